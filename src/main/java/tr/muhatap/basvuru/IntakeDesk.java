package tr.muhatap.basvuru;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tr.muhatap.calendar.OfficeClock;
import tr.muhatap.deadline.Channel;
import tr.muhatap.organization.Organization;

/**
 * What a clerk sees who takes an application down from the applicant's mouth: whether the applicant is known, which of his
 * applications are open on whatever channel, and which ones of others are about the same. Every look at an applicant is
 * logged.
 */
@Component
public class IntakeDesk {

    private static final String PLACE = "kabul";
    private static final int MOST_OF_ONE_PERSON = 50;
    private static final int MOST_PERSONS = 5;
    private static final int MOST_ALIKE = 5;
    private static final int NEWEST_OPEN = 500;
    private static final double NEARBY_METRES = 150;

    /** How alike subjects have to be; those about the same topic less so. */
    private static final double ALIKE = 0.5;

    private static final double ALIKE_IN_TOPIC = 0.3;

    /**
     * Somebody who applied before.
     *
     * @param number his newest application, by which he is chosen
     * @param nationalId masked
     * @param others how many of his applications are closed
     */
    public record Person(
            String number,
            String name,
            @Nullable String nationalId,
            @Nullable String phone,
            List<Line> open,
            int others) {}

    /**
     * One open application.
     *
     * @param mayOpen whether the current user may open its file
     * @param why what it has in common with the one that is taken down; null for the applicant's own
     */
    public record Line(
            String number,
            String channelLabel,
            @Nullable String topicLabel,
            String subject,
            String statusLabel,
            LocalDate receivedOn,
            LocalDate lastDay,
            boolean late,
            boolean mayOpen,
            @Nullable String why) {}

    /** What is told of the matter so far. */
    public record Matter(
            @Nullable String topic,
            @Nullable String subject,
            @Nullable Double latitude,
            @Nullable Double longitude) {}

    /** What the applicant is told at the end. */
    public record Receipt(
            String number,
            Channel channel,
            String name,
            String subject,
            LocalDate receivedOn,
            LocalDate lastDay,
            String limit,
            boolean open,
            @Nullable String information) {}

    private final BasvuruRepository repository;
    private final BasvuruRegister register;
    private final BasvuruAccess access;
    private final Organization organization;
    private final PersonalDataLog personalDataLog;
    private final JdbcClient jdbc;
    private final Clock clock;

    IntakeDesk(
            BasvuruRepository repository,
            BasvuruRegister register,
            BasvuruAccess access,
            Organization organization,
            PersonalDataLog personalDataLog,
            JdbcClient jdbc,
            Clock clock) {
        this.repository = repository;
        this.register = register;
        this.access = access;
        this.organization = organization;
        this.personalDataLog = personalDataLog;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Who applied with a T.C. kimlik no, or where none is given, with a telephone number; a family may share one.
     *
     * @param phone in E.164 form
     */
    public List<Person> known(@Nullable String nationalId, @Nullable String phone) {
        access.requireDesk();
        var persons = byPerson(nationalId, phone).stream()
                .limit(MOST_PERSONS)
                .map(this::person)
                .toList();
        persons.forEach(person -> {
            personalDataLog.viewed(person.number(), PLACE);
            person.open().stream()
                    .filter(line -> !line.number().equals(person.number()))
                    .forEach(line -> personalDataLog.viewed(line.number(), PLACE));
        });
        return persons;
    }

    /**
     * A known applicant's data, to be filled in: of one found by what the applicant just said, or of an application that is
     * the current user's desk's own. Empty for any other.
     */
    public Optional<Applicant> applicantOf(String number, @Nullable String nationalId, @Nullable String phone) {
        access.requireDesk();
        var found = byPerson(nationalId, phone).stream()
                .flatMap(Collection::stream)
                .filter(basvuru -> basvuru.number().equals(number))
                .findFirst()
                .or(() -> register.find(number).filter(access::isCitizensDesk));
        found.ifPresent(basvuru -> personalDataLog.viewed(basvuru.number(), PLACE));
        return found.map(Basvuru::applicant);
    }

    /** Open applications about the same: the same topic nearby, or a subject alike; the nearest and likest first. */
    public List<Line> similar(Matter matter) {
        access.requireDesk();
        var found = new LinkedHashMap<String, Alike>();
        near(matter).forEach(alike -> found.put(alike.number(), alike));
        alike(matter).forEach(alike -> found.putIfAbsent(alike.number(), alike));
        return found.values().stream()
                .sorted(Comparator.comparingDouble(Alike::rank))
                .limit(MOST_ALIKE)
                .flatMap(alike -> register.find(alike.number()).map(basvuru -> line(basvuru, alike.why())).stream())
                .toList();
    }

    /** What the desk tells and prints; empty where there is none, or another desk took it. */
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
                    answer == null ? null : answer.text());
        });
    }

    private Collection<List<Basvuru>> byPerson(@Nullable String nationalId, @Nullable String phone) {
        if (nationalId == null && phone == null) {
            return List.of();
        }
        var numbers = jdbc.sql("select number from basvuru where "
                        + (nationalId == null ? "applicant_phone" : "applicant_national_id")
                        + " = :value order by received_at desc limit :most")
                .param("value", nationalId == null ? phone : nationalId)
                .param("most", MOST_OF_ONE_PERSON)
                .query(String.class)
                .list();
        Map<String, List<Basvuru>> persons = new LinkedHashMap<>();
        repository.findAllById(numbers).stream()
                .sorted(Comparator.comparing(Basvuru::receivedAt).reversed())
                .forEach(basvuru -> persons.computeIfAbsent(identity(basvuru), key -> new ArrayList<>())
                        .add(basvuru));
        return persons.values();
    }

    private static String identity(Basvuru basvuru) {
        var applicant = basvuru.applicant();
        return applicant.nationalId() + " " + applicant.displayName();
    }

    private Person person(List<Basvuru> applications) {
        var newest = applications.get(0);
        var open = applications.stream()
                .filter(Basvuru::isOpen)
                .map(basvuru -> line(basvuru, null))
                .toList();
        return new Person(
                newest.number(),
                newest.applicant().displayName(),
                Masking.nationalId(newest.applicant().nationalId()),
                Masking.phone(newest.applicant().phone()),
                open,
                applications.size() - open.size());
    }

    private Line line(Basvuru basvuru, @Nullable String why) {
        return new Line(
                basvuru.number(),
                basvuru.channel().label(),
                topicName(basvuru.topic()),
                basvuru.subject(),
                basvuru.status().label(),
                dayOf(basvuru),
                basvuru.deadline().lastDay(),
                basvuru.isLate(clock.instant()),
                access.mayRead(basvuru),
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

    /** @param rank the smaller the better */
    private record Alike(String number, double rank, String why) {}

    private List<Alike> near(Matter matter) {
        Double latitude = matter.latitude();
        Double longitude = matter.longitude();
        if (matter.topic() == null || latitude == null || longitude == null) {
            return List.of();
        }
        double up = Likeness.latitudes(NEARBY_METRES);
        double aside = Likeness.longitudes(NEARBY_METRES, latitude);
        return jdbc
                .sql("select number, latitude, longitude from basvuru where topic = :topic and status <> 'KAPANDI' "
                        + "and latitude between :south and :north and longitude between :west and :east")
                .param("topic", matter.topic())
                .param("south", latitude - up)
                .param("north", latitude + up)
                .param("west", longitude - aside)
                .param("east", longitude + aside)
                .query((row, index) -> near(row, latitude, longitude))
                .list()
                .stream()
                .filter(alike -> alike.rank() <= 0)
                .toList();
    }

    private static Alike near(ResultSet row, double latitude, double longitude) throws SQLException {
        double metres = Likeness.metres(latitude, longitude, row.getDouble("latitude"), row.getDouble("longitude"));
        return new Alike(
                row.getString("number"), metres - NEARBY_METRES, "Aynı konu, " + Math.round(metres) + " m yakında");
    }

    private List<Alike> alike(Matter matter) {
        String subject = matter.subject();
        if (subject == null || subject.isBlank()) {
            return List.of();
        }
        record Candidate(String number, @Nullable String topic, String subject) {}
        var alike = new ArrayList<Alike>();
        jdbc.sql("select number, topic, subject from basvuru where status <> 'KAPANDI' "
                        + "order by received_at desc limit :most")
                .param("most", NEWEST_OPEN)
                .query((row, index) ->
                        new Candidate(row.getString("number"), row.getString("topic"), row.getString("subject")))
                .list()
                .forEach(candidate -> {
                    boolean sameTopic = matter.topic() != null && matter.topic().equals(candidate.topic());
                    double likeness = Likeness.of(subject, candidate.subject());
                    if (likeness >= (sameTopic ? ALIKE_IN_TOPIC : ALIKE)) {
                        alike.add(new Alike(
                                candidate.number(),
                                1 - likeness,
                                (sameTopic ? "Aynı konu, b" : "B") + "aşlığı %" + Math.round(likeness * 100)
                                        + " benziyor"));
                    }
                });
        return alike;
    }
}
