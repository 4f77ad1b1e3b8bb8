package tr.muhatap.basvuru;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;
import org.springframework.test.util.ReflectionTestUtils;
import tr.muhatap.calendar.HolidaysFixture;
import tr.muhatap.calendar.OfficeClock;
import tr.muhatap.calendar.PeriodOf;
import tr.muhatap.channel.Channel;
import tr.muhatap.deadline.DayUnit;
import tr.muhatap.deadline.Deadlines;
import tr.muhatap.deadline.ServiceStandardsFixture;

/** Applications at every stage, without a database and without an engine. */
public final class BasvuruFixture {

    static final String NUMBER = "2026-000123";
    static final String UNIT = "fen-isleri";
    static final String TOPIC = "yol-cukur";
    static final Instant RECEIVED = Instant.parse("2026-05-18T07:15:00Z");
    static final Instant NOW = RECEIVED.plusSeconds(3_600);
    static final LocalDate LAST_DAY = LocalDate.of(2026, 6, 2);
    static final Instant LATE_FROM =
            LAST_DAY.plusDays(1).atStartOfDay(OfficeClock.ISTANBUL).toInstant();

    static final Deadlines DEADLINES = new Deadlines(new ServiceStandardsFixture(), HolidaysFixture.workingDays());

    private BasvuruFixture() {}

    public static Basvuru registered(Channel channel, @Nullable String topic, String... warnings) {
        return registered(NUMBER, channel, topic, warnings);
    }

    public static Basvuru registered(String number, Channel channel, @Nullable String topic, String... warnings) {
        return Basvuru.register(number, given(channel, topic, warnings), DEADLINES, "istemci", NOW);
    }

    /** An information request by CİMER, with both limits running. */
    static NewBasvuru informationByCimer() {
        return informationBy(Channel.CIMER);
    }

    /** An information request by any channel, with its topic. */
    static NewBasvuru informationBy(Channel channel) {
        return given(channel, Kind.BILGI_ISTEMI, channel == Channel.CIMER ? null : TOPIC);
    }

    /** Answered on the spot. */
    static Basvuru informed(Channel channel) {
        return Basvuru.registerInformed(
                NUMBER, given(channel, TOPIC), "Yarın 10.00'da ekip gelecek.", DEADLINES, "istemci", NOW);
    }

    private static NewBasvuru given(Channel channel, @Nullable String topic, String... warnings) {
        return given(channel, channel == Channel.BILGI_EDINME ? Kind.BILGI_ISTEMI : Kind.SIKAYET, topic, warnings);
    }

    private static NewBasvuru given(Channel channel, Kind kind, @Nullable String topic, String... warnings) {
        return new NewBasvuru(
                channel,
                channel == Channel.DIJITAL ? Source.WEB : null,
                kind,
                channel == Channel.BILGI_EDINME ? Submission.ELEKTRONIK : null,
                null,
                topic,
                "Sokağımızdaki çukur",
                "Sokağımızdaki çukur haftalardır duruyor.",
                new Applicant(
                        ApplicantType.GERCEK,
                        "Deneme",
                        "Kişisi",
                        null,
                        "10000000146",
                        null,
                        null,
                        null,
                        "+905321112233",
                        null,
                        null,
                        false),
                null,
                "istemci",
                "0".repeat(64),
                null,
                null,
                List.of(warnings),
                RECEIVED,
                null);
    }

    /** With given contact data. */
    public static Basvuru registered(
            Channel channel, @Nullable Submission submission, Kind kind, Applicant applicant, Incoming incoming) {
        return Basvuru.register(
                NUMBER,
                new NewBasvuru(
                        channel,
                        null,
                        kind,
                        submission,
                        null,
                        null,
                        "Başlık",
                        "Metin",
                        applicant,
                        null,
                        "istemci",
                        "0".repeat(64),
                        null,
                        null,
                        List.of(),
                        RECEIVED,
                        null,
                        null,
                        incoming),
                DEADLINES,
                "istemci",
                NOW);
    }

    /** A person with some contact data. */
    public static Applicant person(@Nullable String phone, @Nullable String email, @Nullable String address) {
        return new Applicant(
                ApplicantType.GERCEK, "Deneme", "Kişisi", null, null, null, null, null, phone, email, address, false);
    }

    /** Waits for its review. */
    public static Basvuru registered(Channel channel) {
        return registered(channel, null);
    }

    static void review(Basvuru basvuru, ReviewDecision decision, @Nullable String topic) {
        var completeUntil = DEADLINES.period(PeriodOf.CITIZEN, LocalDate.of(2026, 5, 18), 7, DayUnit.GUN, "Ayar");
        basvuru.review(decision, topic, completeUntil, "halkla", NOW);
    }

    static Basvuru toBeRouted(Channel channel) {
        var basvuru = registered(channel);
        review(basvuru, ReviewDecision.KABUL, null);
        return basvuru;
    }

    static Basvuru atTheUnit(Channel channel) {
        var basvuru = toBeRouted(channel);
        basvuru.route(UNIT, "halkla", NOW);
        return basvuru;
    }

    static Basvuru toBeApproved(Channel channel) {
        var basvuru = atTheUnit(channel);
        basvuru.draft(new Answer(Outcome.OLUMLU, null, "Çukur kapatıldı."));
        basvuru.submitAnswer("fen", NOW);
        return basvuru;
    }

    static Basvuru toBeSent(Channel channel) {
        var basvuru = toBeApproved(channel);
        basvuru.approve("halkla", NOW);
        return basvuru;
    }

    static Basvuru closed(Channel channel) {
        var basvuru = toBeSent(channel);
        basvuru.answerDelivered(ServiceWay.ELEKTRONIK, "sistem", NOW);
        return basvuru;
    }

    /** One application in each status of the main path. */
    static Basvuru at(Status status) {
        return switch (status) {
            case ON_INCELEMEDE -> registered(Channel.CIMER);
            case SEVK_BEKLIYOR -> toBeRouted(Channel.CIMER);
            case BIRIMDE -> atTheUnit(Channel.CIMER);
            case ONAYDA -> toBeApproved(Channel.CIMER);
            case CEVAPLANDI -> toBeSent(Channel.CIMER);
            case KAPANDI -> closed(Channel.CIMER);
            default -> throw new IllegalArgumentException(status.name());
        };
    }

    static List<BasvuruEvent> events(AbstractAggregateRoot<?> record) {
        Collection<?> events = ReflectionTestUtils.invokeMethod(record, "domainEvents");
        return events == null
                ? List.of()
                : events.stream()
                        .filter(BasvuruEvent.class::isInstance)
                        .map(BasvuruEvent.class::cast)
                        .toList();
    }

    static BasvuruEvent lastEvent(AbstractAggregateRoot<?> record) {
        var events = events(record);
        return events.get(events.size() - 1);
    }

    /** Gives an application its next tracking code. */
    public static void renewCode(Basvuru basvuru) {
        basvuru.renewCode("masa", NOW);
    }
}
