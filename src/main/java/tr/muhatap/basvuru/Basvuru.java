package tr.muhatap.basvuru;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.Version;
import org.springframework.data.domain.AbstractAggregateRoot;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;
import tr.muhatap.deadline.Channel;
import tr.muhatap.deadline.Deadline;
import tr.muhatap.problem.RuleViolationException;

/**
 * An application (başvuru): everything about people, words and dates, and the rules by which it moves. Each step is one
 * guarded method; a step that the rules forbid throws {@link RuleViolationException} with a Turkish sentence and changes
 * nothing. Each step leaves one event.
 */
@Table
public class Basvuru extends AbstractAggregateRoot<Basvuru> {

    /** The outcomes that an answer can have; the others end an application without one. */
    static final List<Outcome> ANSWERS =
            List.of(Outcome.OLUMLU, Outcome.KISMEN, Outcome.OLUMSUZ, Outcome.PROGRAMA_ALINDI, Outcome.BILGI_VERILDI);

    @Id
    private final String number;

    @Version
    private @Nullable Long version;

    private final String trackingCode;
    private final Channel channel;
    private final @Nullable Source source;
    private final Kind kind;
    private final @Nullable Submission submission;
    private final @Nullable String forwardedBy;
    private @Nullable String topic;
    private final String subject;
    private final String text;

    @Embedded(onEmpty = Embedded.OnEmpty.USE_NULL, prefix = "applicant_")
    private final Applicant applicant;

    private final @Nullable String externalReference;
    private final String deliveredBy;
    private final String contentDigest;
    private final @Nullable Double latitude;
    private final @Nullable Double longitude;
    private final String warnings;
    private final Instant receivedAt;
    private final Instant registeredAt;

    @Embedded(onEmpty = Embedded.OnEmpty.USE_NULL, prefix = "deadline_")
    private final Deadline deadline;

    private Status status;
    private @Nullable Outcome outcome;
    private @Nullable String unit;
    private int escalationLevel;
    private @Nullable String takenOverBy;
    private @Nullable String decisionReason;

    @Embedded.Nullable(prefix = "answer_")
    private @Nullable Answer answer;

    private @Nullable Instant answeredAt;
    private @Nullable Instant closedAt;

    @PersistenceCreator
    Basvuru(
            String number,
            @Nullable Long version,
            String trackingCode,
            Channel channel,
            @Nullable Source source,
            Kind kind,
            @Nullable Submission submission,
            @Nullable String forwardedBy,
            @Nullable String topic,
            String subject,
            String text,
            Applicant applicant,
            @Nullable String externalReference,
            String deliveredBy,
            String contentDigest,
            @Nullable Double latitude,
            @Nullable Double longitude,
            String warnings,
            Instant receivedAt,
            Instant registeredAt,
            Deadline deadline,
            Status status,
            @Nullable Outcome outcome,
            @Nullable String unit,
            int escalationLevel,
            @Nullable String takenOverBy,
            @Nullable String decisionReason,
            @Nullable Answer answer,
            @Nullable Instant answeredAt,
            @Nullable Instant closedAt) {
        this.number = number;
        this.version = version;
        this.trackingCode = trackingCode;
        this.channel = channel;
        this.source = source;
        this.kind = kind;
        this.submission = submission;
        this.forwardedBy = forwardedBy;
        this.topic = topic;
        this.subject = subject;
        this.text = text;
        this.applicant = applicant;
        this.externalReference = externalReference;
        this.deliveredBy = deliveredBy;
        this.contentDigest = contentDigest;
        this.latitude = latitude;
        this.longitude = longitude;
        this.warnings = warnings;
        this.receivedAt = receivedAt;
        this.registeredAt = registeredAt;
        this.deadline = deadline;
        this.status = status;
        this.outcome = outcome;
        this.unit = unit;
        this.escalationLevel = escalationLevel;
        this.takenOverBy = takenOverBy;
        this.decisionReason = decisionReason;
        this.answer = answer;
        this.answeredAt = answeredAt;
        this.closedAt = closedAt;
    }

    /**
     * A new application. What a desk or the call centre took down completely, with its topic and without a warning, needs no
     * review and waits for its routing at once.
     */
    static Basvuru register(String number, String trackingCode, NewBasvuru given, String actor, Instant now) {
        boolean needsReview = !Desks.isOralChannel(given.channel())
                || given.topic() == null
                || !given.warnings().isEmpty();
        var basvuru = new Basvuru(
                number,
                null,
                trackingCode,
                given.channel(),
                given.source(),
                given.kind(),
                given.submission(),
                given.forwardedBy(),
                given.topic(),
                given.subject(),
                given.text(),
                given.applicant(),
                given.externalReference(),
                given.deliveredBy(),
                given.contentDigest(),
                given.latitude(),
                given.longitude(),
                String.join("\n", given.warnings()),
                given.receivedAt(),
                now,
                given.deadline(),
                needsReview ? Status.ON_INCELEMEDE : Status.SEVK_BEKLIYOR,
                null,
                null,
                0,
                null,
                null,
                null,
                null,
                null);
        basvuru.registerEvent(new BasvuruEvent.Alindi(
                number,
                now,
                actor,
                given.channel(),
                given.kind(),
                given.topic(),
                given.receivedAt(),
                given.deadline().lastDay(),
                given.deadline().lateFrom(),
                needsReview));
        return basvuru;
    }

    /**
     * The review's decision. {@code KABUL} leads to routing; everything else closes the application and tells the applicant.
     *
     * @param decidedTopic topic set by the reviewer; null leaves it as it is
     */
    void review(ReviewDecision decision, @Nullable String decidedTopic, String actor, Instant now) {
        require(Status.ON_INCELEMEDE);
        if (!allows(decision)) {
            throw new RuleViolationException(
                    "Eksik bilgi kararı yalnızca 4982 başvurularında verilebilir; bu kanalda başvuruyu kabul edin veya gerekçesiyle işleme koymayın.");
        }
        if (decidedTopic != null) {
            topic = decidedTopic;
        }
        String reason = takeReason();
        registerEvent(new BasvuruEvent.Incelendi(number, now, actor, decision, topic, reason));
        switch (decision) {
            case KABUL -> status = Status.SEVK_BEKLIYOR;
            case YETKISIZ -> close(Outcome.YONLENDIRILDI, reason, actor, now);
            case MUKERRER -> close(Outcome.MUKERRER, reason, actor, now);
            case EKSIK, ISLEME_KONULMAZ -> close(Outcome.ISLEME_KONULMADI, reason, actor, now);
        }
    }

    /** Whether the review can end so: only 4982 knows the defective application that is not processed (md. 6). */
    boolean allows(ReviewDecision decision) {
        return decision != ReviewDecision.EKSIK || channel == Channel.BILGI_EDINME;
    }

    void route(String toUnit, String actor, Instant now) {
        require(Status.SEVK_BEKLIYOR);
        status = Status.BIRIMDE;
        unit = toUnit;
        registerEvent(new BasvuruEvent.SevkEdildi(number, now, actor, toUnit, takeReason()));
    }

    /** The unit says that the matter is not its own: back to routing, the clock runs on. */
    void returnToRouting(String actor, Instant now) {
        require(Status.BIRIMDE);
        String from = unitOrFail();
        status = Status.SEVK_BEKLIYOR;
        unit = null;
        registerEvent(new BasvuruEvent.IadeEdildi(number, now, actor, from, takeReason()));
    }

    /** Saves the unit's draft; the last one saved counts. */
    void draft(Answer draft) {
        require(Status.BIRIMDE);
        if (!ANSWERS.contains(draft.outcome())) {
            throw new RuleViolationException("“" + draft.outcome().label() + "” bir cevap sonucu değildir.");
        }
        answer = draft;
    }

    /** The unit's answer is ready for approval. */
    void submitAnswer(String actor, Instant now) {
        require(Status.BIRIMDE);
        if (answer == null) {
            throw new RuleViolationException(
                    "Önce cevap taslağını yazıp kaydedin: taslak olmadan cevap onaya gönderilemez.");
        }
        if (refusesInformation() && answer.ground() == null) {
            throw new RuleViolationException(
                    "4982 sayılı Kanun'a göre ret ve kısmi ret cevabında dayanak madde seçilmelidir (md. 12).");
        }
        status = Status.ONAYDA;
        takenOverBy = null;
        decisionReason = null;
        registerEvent(
                new BasvuruEvent.CevapHazirlandi(number, now, actor, unitOrFail(), answer.outcome(), answer.ground()));
    }

    void approve(String actor, Instant now) {
        require(Status.ONAYDA);
        status = Status.CEVAPLANDI;
        answeredAt = now;
        decisionReason = null;
        registerEvent(
                new BasvuruEvent.Onaylandi(number, now, actor, answerOrFail().outcome()));
    }

    void requestCorrection(String actor, Instant now) {
        require(Status.ONAYDA);
        status = Status.BIRIMDE;
        registerEvent(new BasvuruEvent.DuzeltmeIstendi(number, now, actor, takeReason()));
    }

    /** The answer is out. Said again, it changes nothing: sending is repeated after a failure. */
    void answerDelivered(String actor, Instant now) {
        if (status == Status.KAPANDI) {
            return;
        }
        require(Status.CEVAPLANDI);
        close(answerOrFail().outcome(), null, actor, now);
    }

    /** The limit has passed: first level of escalation. Said again, it changes nothing. */
    void markLate(Instant secondLimit, String actor, Instant now) {
        if (!isOpen() || escalationLevel >= 1) {
            return;
        }
        escalationLevel = 1;
        registerEvent(new BasvuruEvent.SuresiDoldu(number, now, actor, deadline.lastDay(), secondLimit));
    }

    /** The second limit has passed: second level of escalation. Said again, it changes nothing. */
    void markSecondLevel(String actor, Instant now) {
        if (!isOpen() || escalationLevel >= 2) {
            return;
        }
        escalationLevel = 2;
        registerEvent(new BasvuruEvent.IkinciSureDoldu(number, now, actor));
    }

    /** A manager urges whoever has the application; it stays where it is. */
    void urge(String actor, Instant now) {
        requireOpen();
        registerEvent(new BasvuruEvent.BirimUyarildi(number, now, actor, unit, takeReason()));
    }

    /** A manager does the open step himself. */
    void takeOver(String actor, Instant now) {
        requireOpen();
        if (status == Status.CEVAPLANDI) {
            throw new RuleViolationException("Cevap onaylandı ve gönderiliyor: devralınacak bir iş kalmadı.");
        }
        takenOverBy = actor;
        registerEvent(new BasvuruEvent.Devralindi(number, now, actor, takeReason()));
    }

    /** A manager sends the application from the unit that has it to another one. */
    void reroute(String toUnit, String actor, Instant now) {
        require(Status.BIRIMDE);
        String from = unitOrFail();
        if (from.equals(toUnit)) {
            throw new RuleViolationException("Başvuru zaten bu birimde.");
        }
        unit = toUnit;
        takenOverBy = null;
        registerEvent(new BasvuruEvent.YenidenSevkEdildi(number, now, actor, from, toUnit, takeReason()));
    }

    /** Keeps the reason for the decision that is about to be taken; that decision takes it into the history. */
    void noteReason(@Nullable String reason) {
        requireOpen();
        decisionReason = reason;
    }

    private void close(Outcome how, @Nullable String reason, String actor, Instant now) {
        status = Status.KAPANDI;
        outcome = how;
        closedAt = now;
        takenOverBy = null;
        registerEvent(new BasvuruEvent.Kapandi(number, now, actor, how, !now.isBefore(deadline.lateFrom()), reason));
    }

    private boolean refusesInformation() {
        return channel == Channel.BILGI_EDINME
                && answer != null
                && (answer.outcome() == Outcome.OLUMSUZ || answer.outcome() == Outcome.KISMEN);
    }

    private void require(Status needed) {
        if (status != needed) {
            throw new RuleViolationException("Başvuru “" + status.label() + "” durumunda; bu işlem yalnızca “"
                    + needed.label() + "” durumunda yapılabilir.");
        }
    }

    private void requireOpen() {
        if (!isOpen()) {
            throw new RuleViolationException("Başvuru kapanmış; bu işlem yalnızca açık bir başvuruda yapılabilir.");
        }
    }

    private @Nullable String takeReason() {
        String reason = decisionReason;
        decisionReason = null;
        return reason;
    }

    private String unitOrFail() {
        if (unit == null) {
            throw new IllegalStateException("No unit: " + number);
        }
        return unit;
    }

    private Answer answerOrFail() {
        if (answer == null) {
            throw new IllegalStateException("No answer: " + number);
        }
        return answer;
    }

    public boolean isOpen() {
        return status != Status.KAPANDI;
    }

    /** Whether the limit passed while it was open: late now, or closed too late. */
    public boolean isLate(Instant now) {
        Instant end = closedAt == null ? now : closedAt;
        return !end.isBefore(deadline.lateFrom());
    }

    public String number() {
        return number;
    }

    public String trackingCode() {
        return trackingCode;
    }

    public Channel channel() {
        return channel;
    }

    public @Nullable Source source() {
        return source;
    }

    public Kind kind() {
        return kind;
    }

    public @Nullable Submission submission() {
        return submission;
    }

    public @Nullable String forwardedBy() {
        return forwardedBy;
    }

    public @Nullable String topic() {
        return topic;
    }

    public String subject() {
        return subject;
    }

    public String text() {
        return text;
    }

    public Applicant applicant() {
        return applicant;
    }

    public @Nullable String externalReference() {
        return externalReference;
    }

    public String deliveredBy() {
        return deliveredBy;
    }

    public String contentDigest() {
        return contentDigest;
    }

    public List<String> warnings() {
        return warnings.isEmpty() ? List.of() : Arrays.asList(warnings.split("\n"));
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    public Deadline deadline() {
        return deadline;
    }

    public Status status() {
        return status;
    }

    public @Nullable Outcome outcome() {
        return outcome;
    }

    public @Nullable String unit() {
        return unit;
    }

    public int escalationLevel() {
        return escalationLevel;
    }

    public @Nullable String takenOverBy() {
        return takenOverBy;
    }

    public @Nullable String decisionReason() {
        return decisionReason;
    }

    public @Nullable Answer answer() {
        return answer;
    }

    public @Nullable Instant closedAt() {
        return closedAt;
    }
}
