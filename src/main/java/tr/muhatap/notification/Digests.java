package tr.muhatap.notification;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tr.muhatap.access.Groups;
import tr.muhatap.basvuru.BasvuruRegister;
import tr.muhatap.calendar.OfficeClock;
import tr.muhatap.calendar.WorkingDays;
import tr.muhatap.dosya.DueBasvurular;
import tr.muhatap.dosya.DueBasvurular.Due;
import tr.muhatap.dosya.DueBasvurular.Matter;
import tr.muhatap.organization.Organization;
import tr.muhatap.organization.Topic;
import tr.muhatap.organization.Unit;
import tr.muhatap.text.Texts;

/**
 * Sends each working day's digest of what is late, due today, or due before the next working day ends: to every group
 * its own, to the manager and the Şube Müdürü all. One message per person and day, even after a downtime; none if there
 * is nothing to report.
 */
@Component
class Digests {

    private static final LocalTime FROM = LocalTime.of(8, 0);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private final DueBasvurular due;
    private final PostalExtensions postal;
    private final BasvuruRegister register;
    private final Messages messages;
    private final MessageTexts texts;
    private final StaffDirectory staff;
    private final Organization organization;
    private final WorkingDays workingDays;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Digests(
            DueBasvurular due,
            PostalExtensions postal,
            BasvuruRegister register,
            Messages messages,
            MessageTexts texts,
            StaffDirectory staff,
            Organization organization,
            WorkingDays workingDays,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.due = due;
        this.postal = postal;
        this.register = register;
        this.messages = messages;
        this.texts = texts;
        this.staff = staff;
        this.organization = organization;
        this.workingDays = workingDays;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Writes the day's digests from eight o'clock, Europe/Istanbul; idempotent within a day. */
    @Scheduled(
            initialDelayString = "${muhatap.notification.digest-sweep:PT1M}",
            fixedDelayString = "${muhatap.notification.digest-sweep:PT1M}")
    void sweep() {
        var now = clock.instant().atZone(OfficeClock.ISTANBUL);
        var today = now.toLocalDate();
        if (now.toLocalTime().isBefore(FROM) || !workingDays.calendar().isWorkingDay(today) || isWritten(today)) {
            return;
        }
        try {
            transaction.executeWithoutResult(tx -> write(today));
        } catch (DuplicateKeyException anotherNodeWasFaster) {
            // the same digests
        }
    }

    private boolean isWritten(LocalDate day) {
        return jdbc.sql("select count(*) from ozet_gonderim where gun = :day")
                        .param("day", day)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private void write(LocalDate today) {
        jdbc.sql("insert into ozet_gonderim (gun) values (:day)")
                .param("day", today)
                .update();
        var tomorrow = workingDays.calendar().plusWorkingDays(today, 1);
        var all = due.until(tomorrow);
        var pressing = postal.now().stream()
                .map(one -> Texts.of(
                        "notification.digests.uzatma-yazisinin-ulasmasi-gereken-son",
                        one.number(),
                        DAY.format(one.reachBy())))
                .toList();
        var receipts = register.withReceiptToCheck().stream()
                .map(one -> Texts.of(
                        "notification.digests.odeme-belgesi",
                        one.number(),
                        DAY.format(Optional.ofNullable(one.submittedReceipt())
                                .orElseThrow()
                                .submittedOn())))
                .toList();
        var recipients = recipients(all);
        var warned = addresses(pressing, Groups.BILGI_EDINME_BIRIMI, Groups.HALKLA_ILISKILER_YONETICISI);
        var checking = addresses(receipts, Groups.BILGI_EDINME_BIRIMI, Groups.HALKLA_ILISKILER);
        Stream.concat(warned.stream(), checking.stream())
                .forEach(address -> recipients.computeIfAbsent(address, one -> new LinkedHashSet<>()));
        recipients.forEach((address, seen) -> send(
                address,
                seen,
                warned.contains(address) ? pressing : List.of(),
                checking.contains(address) ? receipts : List.of(),
                today));
    }

    /** Digest lines for the members of some groups. */
    private Set<String> addresses(List<String> lines, String... groups) {
        return lines.isEmpty()
                ? Set.of()
                : Arrays.stream(groups)
                        .flatMap(group -> staff.emailsOf(group).stream())
                        .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Every address with its digest; members of several groups receive one digest. */
    private Map<String, Set<Due>> recipients(List<Due> all) {
        var byAddress = new LinkedHashMap<String, Set<Due>>();
        var atWork = staff.groupsAtWork(all.stream()
                .filter(item -> item.matter() == Matter.BASVURU)
                .map(Due::number)
                .collect(Collectors.toSet()));
        var groups = new TreeSet<String>();
        atWork.values().forEach(groups::addAll);
        for (var group : groups) {
            tell(
                    byAddress,
                    group,
                    all,
                    item -> item.matter() == Matter.BASVURU
                            && atWork.getOrDefault(item.number(), Set.of()).contains(group));
        }
        tell(
                byAddress,
                Groups.BILGI_EDINME_BIRIMI,
                all,
                item -> item.matter() == Matter.ITIRAZ || item.matter() == Matter.GORUS);
        tell(byAddress, Groups.HALKLA_ILISKILER, all, item -> item.matter() == Matter.GORUS);
        tell(byAddress, Groups.HALKLA_ILISKILER_YONETICISI, all, item -> true);
        tell(byAddress, Groups.SUBE_MUDURU, all, item -> true);
        return byAddress;
    }

    private void tell(Map<String, Set<Due>> byAddress, String group, List<Due> all, Predicate<Due> concerns) {
        var theirs = all.stream().filter(concerns).toList();
        if (!theirs.isEmpty()) {
            staff.emailsOf(group)
                    .forEach(address -> byAddress
                            .computeIfAbsent(address, one -> new LinkedHashSet<>())
                            .addAll(theirs));
        }
    }

    private void send(String address, Set<Due> seen, List<String> pressing, List<String> receipts, LocalDate today) {
        messages.add(
                "ozet:" + today + ":" + Keys.of(address),
                null,
                Purpose.OZET,
                new Destination(Medium.E_POSTA, address),
                Purpose.OZET.label() + ": " + DAY.format(today),
                texts.digest(Map.of(
                        "gun", DAY.format(today),
                        "posta", pressing,
                        "belgeler", receipts,
                        "gecikenler", lines(seen, item -> item.lastDay().isBefore(today)),
                        "bugun", lines(seen, item -> item.lastDay().isEqual(today)),
                        "yarin", lines(seen, item -> item.lastDay().isAfter(today)))),
                Message.State.BEKLIYOR);
    }

    private List<String> lines(Set<Due> seen, Predicate<Due> which) {
        return seen.stream().filter(which).map(this::line).toList();
    }

    private String line(Due item) {
        String other = switch (item.matter()) {
            case BASVURU -> null;
            case ITIRAZ -> Texts.of("notification.digests.itiraz");
            case GORUS -> Texts.of("notification.digests.gorus");
            case ILK_MURACAAT -> Texts.of("notification.digests.ilk-muracaat");
            case IKINCI_MURACAAT -> Texts.of("notification.digests.ikinci-muracaat");
        };
        if (other != null) {
            return Texts.of("notification.digests.son-cevap-tarihi", item.number(), other, DAY.format(item.lastDay()));
        }
        String topic = item.topic();
        String unit = item.unit();
        return Texts.of(
                "notification.digests.son-cevap-tarihi-2",
                item.number(),
                (topic == null
                        ? item.kind().label()
                        : organization.topic(topic).map(Topic::name).orElse(topic)),
                DAY.format(item.lastDay()),
                (unit == null
                        ? Texts.of("notification.digests.birime-sevk-edilmedi")
                        : organization.unit(unit).map(Unit::name).orElse(unit)));
    }
}
