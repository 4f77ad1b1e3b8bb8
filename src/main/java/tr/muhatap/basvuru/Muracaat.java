package tr.muhatap.basvuru;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.Version;
import org.springframework.data.domain.AbstractAggregateRoot;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;
import tr.muhatap.calendar.OfficeClock;
import tr.muhatap.calendar.PeriodOf;
import tr.muhatap.deadline.DayUnit;
import tr.muhatap.deadline.Deadline;
import tr.muhatap.deadline.Deadlines;
import tr.muhatap.problem.Refusal;
import tr.muhatap.text.Days;
import tr.muhatap.text.Texts;

/**
 * One recourse (müracaat) about an application. The first place has its limit; if it passes without an answer, the
 * second place takes over with a limit of its own, at most 30 gün after it was filed (3071 md. 7).
 */
@Table
class Muracaat extends AbstractAggregateRoot<Muracaat> {

    private static final int CEILING_DAYS = 30;
    private static final String BASIS = Texts.of("basvuru.muracaat.kamu-hizmet-standartlari-tablosu-muracaat");

    @Id
    private final @Nullable Long id;

    @Version
    private @Nullable Long version;

    private final String number;
    private MuracaatPlace place;
    private final MuracaatGround ground;
    private final String text;
    private final Instant filedAt;

    @Embedded(onEmpty = Embedded.OnEmpty.USE_NULL, prefix = "deadline_")
    private Deadline deadline;

    private LocalDate countedFrom;
    private long calendarVersion;
    private @Nullable String answer;
    private @Nullable MuracaatOutcome outcome;
    private @Nullable Instant answeredAt;

    @PersistenceCreator
    Muracaat(
            @Nullable Long id,
            @Nullable Long version,
            String number,
            MuracaatPlace place,
            MuracaatGround ground,
            String text,
            Instant filedAt,
            Deadline deadline,
            LocalDate countedFrom,
            long calendarVersion,
            @Nullable String answer,
            @Nullable MuracaatOutcome outcome,
            @Nullable Instant answeredAt) {
        this.id = id;
        this.version = version;
        this.number = number;
        this.place = place;
        this.ground = ground;
        this.text = text;
        this.filedAt = filedAt;
        this.deadline = deadline;
        this.countedFrom = countedFrom;
        this.calendarVersion = calendarVersion;
        this.answer = answer;
        this.outcome = outcome;
        this.answeredAt = answeredAt;
    }

    /**
     * @param last the latest recourse about the same application, null if there is none
     * @param days length of the limit in gün, at most 30
     */
    static Muracaat file(
            Basvuru basvuru,
            @Nullable Muracaat last,
            MuracaatGround ground,
            String text,
            int days,
            Deadlines deadlines,
            String actor,
            Instant now) {
        Refusal.check(whyNot(basvuru, last, ground, now));
        var place = last == null ? MuracaatPlace.ILK : MuracaatPlace.IKINCI;
        long calendarVersion = deadlines.calendarVersion();
        var limit = deadlines.period(PeriodOf.OFFICE, dayOf(now), Math.min(days, CEILING_DAYS), DayUnit.GUN, BASIS);
        var filed = new Muracaat(
                null,
                null,
                basvuru.number(),
                place,
                ground,
                text,
                now,
                limit,
                dayOf(now),
                calendarVersion,
                null,
                null,
                null);
        filed.registerEvent(new BasvuruEvent.MuracaatAlindi(
                basvuru.number(), now, actor, place, ground, basvuru.topic(), limit.lastDay(), limit.lateFrom()));
        return filed;
    }

    /**
     * Why the citizen cannot file a recourse now, and from when; null if it is possible.
     *
     * @param last as for {@link #file}
     */
    static @Nullable Refusal whyNot(Basvuru basvuru, @Nullable Muracaat last, MuracaatGround ground, Instant now) {
        if (last != null && last.answeredAt == null) {
            return BasvuruRefusal.MURACAAT_INCELENIYOR.because(Texts.of(
                    "basvuru.ret.muracaat-inceleniyor",
                    last.place.label().toLowerCase(java.util.Locale.forLanguageTag("tr"))));
        }
        if (last != null && last.place == MuracaatPlace.IKINCI) {
            return BasvuruRefusal.MURACAAT_YERI_KALMADI.because(Texts.of("basvuru.ret.muracaat-yeri-kalmadi"));
        }
        return ground == MuracaatGround.SURE_ASIMI ? whyNotLateWithCompletePapers(basvuru, now) : null;
    }

    private static @Nullable Refusal whyNotLateWithCompletePapers(Basvuru basvuru, Instant now) {
        if (!basvuru.isLate(now)) {
            return basvuru.isOpen()
                    ? BasvuruRefusal.MURACAAT_SURE_DOLMADI.because(Texts.of(
                            "basvuru.ret.muracaat-sure-dolmadi",
                            Days.written(basvuru.deadline().lastDay())))
                    : BasvuruRefusal.MURACAAT_SURESINDE_SONUCLANDI.because(
                            Texts.of("basvuru.ret.muracaat-suresinde-sonuclandi"));
        }
        return basvuru.status() == Status.EKSIK_BEKLIYOR
                ? BasvuruRefusal.MURACAAT_EKSIK_BEKLENIYOR.because(Texts.of("basvuru.ret.muracaat-eksik-bekleniyor"))
                : null;
    }

    /** Saves a draft of the answer; the last saved one counts. */
    void draft(String words) {
        requireOpen();
        answer = words;
    }

    /** Decides the recourse: the answer is sent to the citizen. */
    void decide(MuracaatOutcome how, String actor, Instant now) {
        requireOpen();
        if (answer == null) {
            throw BasvuruRefusal.MURACAAT_TASLAK_YOK
                    .because(Texts.of("basvuru.ret.muracaat-taslak-yok"))
                    .exception();
        }
        Gaps.firstIn(answer, text).ifPresent(gap -> {
            throw BasvuruRefusal.MURACAAT_CEVAPTA_BOSLUK
                    .because(Texts.of("basvuru.ret.muracaat-cevapta-bosluk", gap))
                    .exception();
        });
        outcome = how;
        answeredAt = now;
        registerEvent(new BasvuruEvent.MuracaatCevaplandi(number, now, actor, place, how, answer));
    }

    /** The first place's limit passed. Idempotent. */
    void passToSecondPlace(int days, Deadlines deadlines, String actor, Instant now) {
        if (answeredAt != null || place == MuracaatPlace.IKINCI) {
            return;
        }
        place = MuracaatPlace.IKINCI;
        var ceiling = deadlines.period(PeriodOf.OFFICE, dayOf(filedAt), CEILING_DAYS, DayUnit.GUN, BASIS);
        var own = deadlines.period(PeriodOf.OFFICE, dayOf(now), Math.min(days, CEILING_DAYS), DayUnit.GUN, BASIS);
        boolean isOwn = own.lateFrom().isBefore(ceiling.lateFrom());
        deadline = isOwn ? own : ceiling;
        countedFrom = dayOf(isOwn ? now : filedAt);
        registerEvent(new BasvuruEvent.MuracaatIkinciYere(number, now, actor, deadline.lastDay()));
    }

    /**
     * The office changed its holiday table. Idempotent.
     *
     * @return whether the limit moved
     */
    boolean recalculate(Deadlines deadlines, String actor, Instant now) {
        calendarVersion = deadlines.calendarVersion();
        var old = deadline;
        if (isOpen()) {
            deadline = deadlines.derive(PeriodOf.OFFICE, old, countedFrom).deadline();
        }
        if (deadline.equals(old)) {
            return false;
        }
        registerEvent(new BasvuruEvent.MuracaatSuresiDegisti(
                number, now, actor, old.lastDay(), deadline.lastDay(), deadline.lateFrom()));
        return true;
    }

    private void requireOpen() {
        if (answeredAt != null) {
            throw BasvuruRefusal.MURACAAT_CEVAPLANMIS
                    .because(Texts.of("basvuru.ret.muracaat-cevaplanmis"))
                    .exception();
        }
    }

    private static LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, OfficeClock.ISTANBUL);
    }

    boolean isOpen() {
        return answeredAt == null;
    }

    String number() {
        return number;
    }

    MuracaatPlace place() {
        return place;
    }

    MuracaatGround ground() {
        return ground;
    }

    String text() {
        return text;
    }

    Instant filedAt() {
        return filedAt;
    }

    Deadline deadline() {
        return deadline;
    }

    @Nullable
    String answer() {
        return answer;
    }

    @Nullable
    MuracaatOutcome outcome() {
        return outcome;
    }

    @Nullable
    Instant answeredAt() {
        return answeredAt;
    }
}
