package tr.muhatap.denetim;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tr.muhatap.audit.AuditReader;
import tr.muhatap.calendar.OfficeClock;
import tr.muhatap.dosya.HistoryWords;
import tr.muhatap.dosya.LateApplications;
import tr.muhatap.liste.ListLog;
import tr.muhatap.problem.NotFoundException;
import tr.muhatap.text.Check;
import tr.muhatap.text.Days;
import tr.muhatap.text.PlainText;
import tr.muhatap.text.Texts;

/** Reads lists for auditors. Each access to a list is logged as one entry. */
@Component
class AuditTables {

    static final String LATE = "gecikenler";
    static final String LOOKS = "goruntulemeler";
    static final String CHANGES = "degisiklikler";
    static final String RIGHTS = "yetkiler";
    static final int PAGE_SIZE = 50;

    /** Maximum number of rows in a file. */
    static final int MOST = 10_000;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm:ss");
    private static final int LONGEST_NAME = 64;

    /** Input of a list's form; {@code once} is the cursor of the page. */
    record Asked(
            @Nullable String tarih1,
            @Nullable String tarih2,
            @Nullable String kim,
            @Nullable String once) {}

    /** @param next cursor of the next page; null on the last one */
    record Found(
            Table table,
            Map<String, String> faults,
            @Nullable String next) {}

    private final AuditReader reader;
    private final LateApplications late;
    private final HistoryWords words;
    private final ListLog log;
    private final Clock clock;

    AuditTables(AuditReader reader, LateApplications late, HistoryWords words, ListLog log, Clock clock) {
        this.reader = reader;
        this.late = late;
        this.words = words;
        this.log = log;
        this.clock = clock;
    }

    static String title(String address) {
        return switch (address) {
            case LATE, LOOKS, CHANGES, RIGHTS -> Texts.of("denetim.liste." + address);
            default ->
                AuditList.at(address)
                        .orElseThrow(() -> new NotFoundException(Texts.of("denetim.boyle-bir-liste-yok")))
                        .title();
        };
    }

    /** @param size maximum rows of a page or file */
    Found read(String address, Asked asked, int size) {
        String title = title(address);
        var check = new Check();
        var from = day(check, "tarih1", asked.tarih1());
        var until = day(check, "tarih2", asked.tarih2());
        check.require(from == null || until == null || !until.isBefore(from), "tarih2", Texts.of("denetim.bitis-once"));
        String actor = check.optionalLine("kim", blank(asked.kim()), LONGEST_NAME);
        if (!check.faults().isEmpty()) {
            return new Found(new Table(title, List.of(), List.of(), true), check.faults(), null);
        }
        long place = place(asked.once());
        var day = until == null ? LocalDate.now(clock) : until;
        var found = switch (address) {
            case LATE -> late(title, day, place, size);
            case RIGHTS -> rights(title, day, place, size);
            default -> lines(address, title, from, until, actor, place, size);
        };
        var criteria = new LinkedHashMap<String, String>();
        put(criteria, "tarih1", asked.tarih1());
        put(criteria, "tarih2", asked.tarih2());
        put(criteria, "kim", actor);
        log.viewed(
                "denetim/" + address,
                criteria,
                found.table().ofApplications()
                        ? found.table().rows().stream()
                                .map(row -> row.get(0))
                                .distinct()
                                .toList()
                        : List.of());
        return found;
    }

    private Found late(String title, LocalDate day, long offset, int size) {
        var rows = late.on(day, offset, size + 1);
        return found(
                title + ": " + Days.written(day),
                "gecikenler",
                rows.stream()
                        .limit(size)
                        .map(one -> List.of(
                                one.number(),
                                one.channelLabel(),
                                Objects.requireNonNullElse(one.unitLabel(), ""),
                                Days.written(one.lastDay()),
                                one.statusLabel(),
                                one.closedAt() == null
                                        ? ""
                                        : time(one.closedAt().toInstant())))
                        .toList(),
                rows.size() > size ? String.valueOf(offset + size) : null);
    }

    private Found lines(
            String address,
            String title,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable String actor,
            long before,
            int size) {
        var query = new AuditReader.Query(from, until, actor, before == 0 ? null : before, size + 1);
        if (address.equals(LOOKS)) {
            var looks = reader.looks(null, query);
            return found(
                    title,
                    LOOKS,
                    looks.stream()
                            .limit(size)
                            .map(look -> List.of(look.number(), time(look.at()), look.actor(), look.place()))
                            .toList(),
                    looks.size() > size ? String.valueOf(looks.get(size - 1).id()) : null);
        }
        if (address.equals(CHANGES)) {
            return changes(title, query, size);
        }
        var list = AuditList.at(address).orElseThrow();
        var events = list == AuditList.REDDEDILENLER
                ? reader.approvedRefusals(query)
                : reader.events(list.types(), list.detail(), query);
        return found(
                title,
                "olaylar",
                events.stream()
                        .limit(size)
                        .map(line -> List.of(
                                line.number(),
                                time(line.entry().at()),
                                words.label(line.entry()),
                                Objects.requireNonNullElse(words.summary(line.entry()), ""),
                                line.entry().who()))
                        .toList(),
                events.size() > size ? String.valueOf(events.get(size - 1).id()) : null);
    }

    /** Memberships at the end of a day, as the log of changes has them. */
    private Found rights(String title, LocalDate day, long offset, int size) {
        var rights = reader.rights(day, offset, size + 1);
        return found(
                title + ": " + Days.written(day),
                RIGHTS,
                rights.stream()
                        .limit(size)
                        .map(one -> List.of(one.user(), one.group(), time(one.since()), one.actor()))
                        .toList(),
                rights.size() > size ? String.valueOf(offset + size) : null);
    }

    private Found changes(String title, AuditReader.Query query, int size) {
        var changes = reader.changes(query);
        return found(
                title,
                CHANGES,
                changes.stream()
                        .limit(size)
                        .map(change -> List.of(
                                time(change.at()),
                                change.what(),
                                change.gone() ? Texts.of("denetim.kaldirildi", change.row()) : change.row(),
                                change.facts(),
                                change.actor()))
                        .toList(),
                changes.size() > size ? String.valueOf(changes.get(size - 1).id()) : null);
    }

    private static Found found(String title, String heads, List<List<String>> rows, @Nullable String next) {
        return new Found(
                new Table(
                        title,
                        List.of(Texts.of("denetim.sutunlar." + heads).split("; ")),
                        rows,
                        !heads.equals(CHANGES) && !heads.equals(RIGHTS)),
                Map.of(),
                next);
    }

    static String time(Instant at) {
        return TIME.format(at.atZone(OfficeClock.ISTANBUL));
    }

    private static @Nullable LocalDate day(Check check, String field, @Nullable String typed) {
        String given = blank(typed);
        var day = given == null ? null : Days.parse(given).orElse(null);
        check.require(given == null || day != null, field, Texts.of("denetim.tarih-yok", Days.EXAMPLE));
        return day;
    }

    /** An invalid cursor restarts the list. */
    private static long place(@Nullable String typed) {
        return typed != null && typed.matches("[0-9]{1,18}") ? Long.parseLong(typed) : 0;
    }

    private static @Nullable String blank(@Nullable String typed) {
        String given = typed == null ? "" : PlainText.stripped(typed);
        return given.isEmpty() ? null : given;
    }

    private static void put(Map<String, String> criteria, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            criteria.put(name, value);
        }
    }
}
