package tr.muhatap.intake.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tr.muhatap.access.CurrentUser;
import tr.muhatap.basvuru.Applicant;
import tr.muhatap.basvuru.Basvuru;
import tr.muhatap.basvuru.BasvuruAccess;
import tr.muhatap.basvuru.BasvuruRegister;
import tr.muhatap.basvuru.PersonalDataLog;
import tr.muhatap.calendar.OfficeClock;
import tr.muhatap.channel.Channel;
import tr.muhatap.dosya.ApplicationSearch;
import tr.muhatap.organization.Organization;
import tr.muhatap.problem.TooManyRequestsException;
import tr.muhatap.rate.GuessLimits;
import tr.muhatap.text.Masking;
import tr.muhatap.text.Texts;
import tr.muhatap.text.TurkishText;

/**
 * Information for a clerk who records an oral application: whether the applicant is known, their open applications on
 * any channel, and similar applications of others. Every access to an applicant's data is logged.
 */
@Component
public class IntakeDesk {

    private static final String PLACE = "kabul";
    private static final String WRONG_FACT = Texts.of("intake.intake-desk.ikinci-bilgi-tutmadi");
    private static final String TOO_MANY_FACTS = Texts.of("intake.intake-desk.ikinci-bilgi-cok-denendi");
    private static final String PLACE_OF_SIMILAR = "kabul, benzerler";
    private static final int MOST_OF_ONE_PERSON = 50;
    private static final int MOST_PERSONS = 5;
    private static final int MOST_ALIKE = 5;
    private static final int NEWEST_OPEN = 500;
    private static final double NEARBY_METRES = 150;

    /** Minimum similarity of subjects; lower for the same topic. */
    private static final double ALIKE = 0.5;

    private static final double ALIKE_IN_TOPIC = 0.3;

    /** How long a clerk may reuse the applicant's data of an application that they recorded. */
    private static final Duration STILL_THERE = Duration.ofMinutes(30);

    private static final int LAST_DIGITS = 4;

    /**
     * Facts stated by the applicant.
     *
     * @param nationalId complete T.C. kimlik no
     * @param phone in E.164 form
     * @param lastFour last digits of the T.C. kimlik no
     */
    public record Said(
            @Nullable String nationalId,
            @Nullable String phone,
            @Nullable String lastFour,
            @Nullable String address) {

        /**
         * Whether the stated facts prove the identity: a telephone number alone does not, so the T.C. kimlik no, its
         * last four digits or the address has to match as well.
         */
        private boolean proves(Applicant applicant) {
            String known = applicant.nationalId();
            if (nationalId != null) {
                return nationalId.equals(known);
            }
            if (lastFour != null && lastFour.length() == LAST_DIGITS && known != null && known.endsWith(lastFour)) {
                return true;
            }
            String where = applicant.address();
            return address != null
                    && where != null
                    && !TurkishText.words(where).isEmpty()
                    && TurkishText.words(where).equals(TurkishText.words(address));
        }

        /** The fact that a guesser would vary; null if only the searched number is given. */
        private @Nullable String secondFact() {
            boolean saysDigits = lastFour != null && lastFour.length() == LAST_DIGITS;
            String place = address == null ? "" : TurkishText.words(address);
            return nationalId != null || (!saysDigits && place.isEmpty())
                    ? null
                    : (saysDigits ? lastFour : "") + ' ' + place;
        }
    }

    /**
     * Result of a look-up.
     *
     * @param refusal why nobody was searched, or no second fact was checked; usually null
     */
    public record Known(List<Person> persons, @Nullable String refusal) {}

    /**
     * A known applicant.
     *
     * @param number latest application, which identifies the applicant
     * @param name masked, unless a second fact was proven
     * @param openCount number of open applications on any channel
     * @param open those of the clerk's own channels
     * @param others number of closed applications
     * @param proven whether the data may be taken over
     */
    public record Person(String number, String name, int openCount, List<Line> open, int others, boolean proven) {}

    /**
     * An open application. One that the clerk may not read shows number and unit only.
     *
     * @param mayOpen whether the current user may open its file
     * @param why common features with the new application; null for the applicant's own
     */
    public record Line(
            String number,
            @Nullable String unitLabel,
            @Nullable String channelLabel,
            @Nullable String topicLabel,
            @Nullable String subject,
            @Nullable String statusLabel,
            @Nullable LocalDate receivedOn,
            @Nullable LocalDate lastDay,
            boolean late,
            boolean mayOpen,
            @Nullable String why) {}

    /** The matter as entered so far. */
    public record Matter(
            @Nullable String topic,
            @Nullable String subject,
            @Nullable Double latitude,
            @Nullable Double longitude) {}

    /** Data read aloud to the applicant at the end. */
    public record Receipt(
            String number,
            Channel channel,
            String name,
            String subject,
            LocalDate receivedOn,
            LocalDate lastDay,
            String limit,
            boolean open,
            @Nullable String information,
            Instant registeredAt,
            String clerk) {}

    private final BasvuruRegister register;
    private final BasvuruAccess access;
    private final Organization organization;
    private final PersonalDataLog personalDataLog;
    private final GuessLimits guesses;
    private final CurrentUser currentUser;
    private final ApplicationSearch applications;
    private final Clock clock;

    IntakeDesk(
            BasvuruRegister register,
            BasvuruAccess access,
            Organization organization,
            PersonalDataLog personalDataLog,
            GuessLimits guesses,
            CurrentUser currentUser,
            ApplicationSearch applications,
            Clock clock) {
        this.register = register;
        this.access = access;
        this.organization = organization;
        this.personalDataLog = personalDataLog;
        this.guesses = guesses;
        this.currentUser = currentUser;
        this.applications = applications;
        this.clock = clock;
    }

    /**
     * Applicants with a T.C. kimlik no, or, without one, with a telephone number, which a family may share. A telephone
     * number alone yields masked names, counts, and applications on the clerk's own channels.
     */
    public Known known(Said said) {
        access.requireDesk();
        try {
            var found = byPerson(said);
            var checked = check(said, found);
            var persons = found.stream()
                    .limit(MOST_PERSONS)
                    .map(applications -> person(applications, checked.proven()))
                    .toList();
            personalDataLog.viewed(
                    persons.stream()
                            .flatMap(person -> Stream.concat(
                                    Stream.of(person.number()),
                                    person.open().stream().map(Line::number)))
                            .distinct()
                            .toList(),
                    PLACE + checked.remark());
            return new Known(persons, checked.refusal());
        } catch (TooManyRequestsException tooMany) {
            return new Known(List.of(), tooMany.sentence());
        }
    }

    /**
     * Data of a known applicant to be filled in: of one found by the stated facts including a second one, or of an
     * application that the current user just recorded. Otherwise empty; attempts are logged, too.
     */
    public Optional<Applicant> applicantOf(String number, Said said) {
        access.requireDesk();
        var own = register.find(number).filter(this::tookDownJustNow);
        if (own.isPresent()) {
            personalDataLog.viewed(number, PLACE);
            return own.map(Basvuru::applicant);
        }
        try {
            var persons = byPerson(said);
            var found = persons.stream()
                    .flatMap(Collection::stream)
                    .filter(basvuru -> basvuru.number().equals(number))
                    .findFirst();
            if (found.isEmpty()) {
                return Optional.empty();
            }
            var checked = check(said, persons);
            var proven = found.filter(basvuru -> checked.proven().contains(number));
            personalDataLog.viewed(number, PLACE + (proven.isPresent() ? "" : checked.remarkOr(WRONG_FACT)));
            return proven.map(Basvuru::applicant);
        } catch (TooManyRequestsException tooMany) {
            return Optional.empty();
        }
    }

    /**
     * Verified applications of the caller.
     *
     * @param proven their numbers
     * @param remark for the access log
     * @param refusal for the clerk; null if the fact was checked
     */
    private record Checked(
            Set<String> proven, String remark, @Nullable String refusal) {

        String remarkOr(String other) {
            return remark.isEmpty() ? other : remark;
        }
    }

    /** A second fact is checked once for all found applicants, since a family may share a telephone. */
    private Checked check(Said said, Collection<List<Basvuru>> persons) {
        var proven = new HashSet<String>();
        persons.stream()
                .flatMap(Collection::stream)
                .filter(basvuru -> said.proves(basvuru.applicant()))
                .forEach(basvuru -> proven.add(basvuru.number()));
        String fact = said.secondFact();
        String phone = said.phone();
        if (fact == null || phone == null || persons.isEmpty()) {
            return new Checked(proven, "", null);
        }
        try {
            boolean isRight = guesses.tryFact(currentUser.name(), phone, fact, () -> !proven.isEmpty());
            return new Checked(proven, isRight ? "" : WRONG_FACT, null);
        } catch (TooManyRequestsException tooMany) {
            return new Checked(Set.of(), TOO_MANY_FACTS, tooMany.sentence());
        }
    }

    private boolean tookDownJustNow(Basvuru basvuru) {
        return access.isCitizensDesk(basvuru)
                && access.hasTakenDown(basvuru)
                && basvuru.registeredAt().isAfter(clock.instant().minus(STILL_THERE));
    }

    /** Similar open applications: same topic nearby, or similar subject; nearest and most similar first. */
    public List<Line> similar(Matter matter) {
        access.requireDesk();
        var found = new LinkedHashMap<String, Alike>();
        near(matter).forEach(alike -> found.put(alike.number(), alike));
        alike(matter).forEach(alike -> found.putIfAbsent(alike.number(), alike));
        var lines = found.values().stream()
                .sorted(Comparator.comparingDouble(Alike::rank))
                .limit(MOST_ALIKE)
                .flatMap(alike -> register.find(alike.number()).map(basvuru -> line(basvuru, alike.why())).stream())
                .toList();
        personalDataLog.viewed(lines.stream().map(Line::number).toList(), PLACE_OF_SIMILAR);
        return lines;
    }

    /** Receipt for reading aloud and printing; empty if there is none, or another desk recorded it. */
    public Optional<Receipt> receipt(String number) {
        return register.find(number).filter(access::isCitizensDesk).map(basvuru -> {
            personalDataLog.viewed(number, PLACE);
            var answer = basvuru.sentAnswer();
            return new Receipt(
                    number,
                    basvuru.channel(),
                    basvuru.applicant().displayName(),
                    basvuru.subject(),
                    dayOf(basvuru),
                    basvuru.deadline().lastDay(),
                    basvuru.deadline().limit() + " " + basvuru.deadline().unit().label(),
                    basvuru.isOpen(),
                    answer == null ? null : answer.text(),
                    basvuru.registeredAt(),
                    basvuru.deliveredBy());
        });
    }

    private Collection<List<Basvuru>> byPerson(Said said) {
        String nationalId = said.nationalId();
        String value = nationalId == null ? said.phone() : nationalId;
        if (value == null) {
            return List.of();
        }
        guesses.requireLookUp(currentUser.name(), value);
        var numbers = nationalId == null
                ? applications.numbersByPhone(value, MOST_OF_ONE_PERSON)
                : applications.numbersByNationalId(nationalId, MOST_OF_ONE_PERSON);
        Map<String, List<Basvuru>> persons = new LinkedHashMap<>();
        register.all(numbers).stream()
                .sorted(Comparator.comparing(Basvuru::receivedAt).reversed())
                .forEach(basvuru -> persons.computeIfAbsent(identity(basvuru), key -> new ArrayList<>())
                        .add(basvuru));
        return persons.values();
    }

    private static String identity(Basvuru basvuru) {
        var applicant = basvuru.applicant();
        return applicant.nationalId() + " " + applicant.displayName();
    }

    private Person person(List<Basvuru> applications, Set<String> numbersOfWhoeverSpeaks) {
        var newest = applications.get(0);
        boolean proven = numbersOfWhoeverSpeaks.contains(newest.number());
        String name = newest.applicant().displayName();
        var open = applications.stream().filter(Basvuru::isOpen).toList();
        return new Person(
                newest.number(),
                proven ? name : Masking.name(name),
                open.size(),
                open.stream()
                        .filter(access::isCitizensDesk)
                        .map(basvuru -> line(basvuru, null))
                        .toList(),
                applications.size() - open.size(),
                proven);
    }

    private Line line(Basvuru basvuru, @Nullable String why) {
        String unit = basvuru.unit();
        String unitLabel = unit == null
                ? null
                : organization.unit(unit).map(found -> found.name()).orElse(unit);
        if (!access.mayRead(basvuru)) {
            return new Line(basvuru.number(), unitLabel, null, null, null, null, null, null, false, false, null);
        }
        return new Line(
                basvuru.number(),
                unitLabel,
                basvuru.channel().label(),
                topicName(basvuru.topic()),
                basvuru.subject(),
                basvuru.status().label(),
                dayOf(basvuru),
                basvuru.deadline().lastDay(),
                basvuru.isLate(clock.instant()),
                true,
                why);
    }

    private @Nullable String topicName(@Nullable String topic) {
        return topic == null
                ? null
                : organization.topic(topic).map(found -> found.name()).orElse(topic);
    }

    private static LocalDate dayOf(Basvuru basvuru) {
        return LocalDate.ofInstant(basvuru.receivedAt(), OfficeClock.ISTANBUL);
    }

    /** @param rank lower is better */
    private record Alike(String number, double rank, String why) {}

    private List<Alike> near(Matter matter) {
        Double latitude = matter.latitude();
        Double longitude = matter.longitude();
        if (matter.topic() == null || latitude == null || longitude == null) {
            return List.of();
        }
        double up = Likeness.latitudes(NEARBY_METRES);
        double aside = Likeness.longitudes(NEARBY_METRES, latitude);
        return applications
                .openIn(
                        matter.topic(),
                        new ApplicationSearch.Box(latitude - up, latitude + up, longitude - aside, longitude + aside))
                .stream()
                .map(place -> near(place, latitude, longitude))
                .filter(alike -> alike.rank() <= 0)
                .toList();
    }

    private static Alike near(ApplicationSearch.Place place, double latitude, double longitude) {
        double metres = Likeness.metres(latitude, longitude, place.latitude(), place.longitude());
        return new Alike(
                place.number(),
                metres - NEARBY_METRES,
                Texts.of("intake.intake-desk.ayni-konu-m-yakinda", Math.round(metres)));
    }

    private List<Alike> alike(Matter matter) {
        String subject = matter.subject();
        if (subject == null || subject.isBlank()) {
            return List.of();
        }
        var alike = new ArrayList<Alike>();
        applications.newestOpen(NEWEST_OPEN).forEach(candidate -> {
            boolean sameTopic = matter.topic() != null && matter.topic().equals(candidate.topic());
            double likeness = Likeness.of(subject, candidate.subject());
            if (likeness >= (sameTopic ? ALIKE_IN_TOPIC : ALIKE)) {
                alike.add(new Alike(
                        candidate.number(),
                        1 - likeness,
                        sameTopic
                                ? Texts.of("intake.intake-desk.ayni-konu-basligi-benziyor", Math.round(likeness * 100))
                                : Texts.of("intake.intake-desk.basligi-benziyor", Math.round(likeness * 100))));
            }
        });
        return alike;
    }
}
