package tr.muhatap.basvuru;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.domain.AbstractAggregateRoot;
import org.springframework.data.relational.core.mapping.Embedded;
import tr.muhatap.channel.Channel;
import tr.muhatap.deadline.Counting;
import tr.muhatap.deadline.Deadline;
import tr.muhatap.deadline.Deadlines;
import tr.muhatap.problem.Refusal;
import tr.muhatap.text.Texts;

/** What is known of an application: its parts, one for each side of its life, and what follows from them. */
abstract class BasvuruState extends AbstractAggregateRoot<Basvuru> {

    @Id
    String number;

    @Version
    private @Nullable Long version;

    @Embedded(onEmpty = Embedded.OnEmpty.USE_NULL)
    Registration registration;

    @Embedded.Empty
    TrackingCodeIssue code;

    @Nullable
    String topic;

    @Embedded(onEmpty = Embedded.OnEmpty.USE_NULL)
    ApplicationText text;

    @Embedded(onEmpty = Embedded.OnEmpty.USE_NULL, prefix = "applicant_")
    Applicant applicant;

    @Embedded(onEmpty = Embedded.OnEmpty.USE_NULL)
    Limit limit;

    Status status;

    @Nullable
    Outcome outcome;

    @Embedded.Empty
    Routing routing;

    @Embedded.Empty
    OpenDecision decision;

    @Nullable
    String forwardedTo;

    @Embedded.Empty
    AnswerRound round;

    @Nullable
    Instant closedAt;

    @Embedded.Nullable(prefix = "fee_")
    @Nullable
    Fee fee;

    @Nullable
    Instant incompleteUntil;

    @Embedded.Empty
    OpinionCounts opinions;

    int reopenings;

    @Nullable
    String mainNumber;

    /** A new one. */
    BasvuruState(String number, NewBasvuru given, AnswerRound round, Deadlines deadlines, Instant now) {
        this.number = number;
        this.registration = Registration.of(given, now);
        this.code = TrackingCodeIssue.first();
        this.topic = given.topic();
        this.text = new ApplicationText(given.text());
        this.applicant = given.applicant();
        this.limit = Limit.of(registration, deadlines);
        this.status = registration.needsReview(topic) ? Status.ON_INCELEMEDE : Status.SEVK_BEKLIYOR;
        this.routing = Routing.NONE;
        this.decision = OpenDecision.NONE;
        this.opinions = OpinionCounts.NONE;
        this.round = round;
    }

    /** One that is read; its parts are set afterwards. */
    @SuppressWarnings("NullAway.Init")
    BasvuruState() {}

    /** The channel by whose process, desk and steps it is handled, see {@link Channel#handledAs}. */
    public Channel handledAs() {
        return registration.handledAs();
    }

    /** Whether 4982 holds for it, by whatever channel it came. */
    public boolean isInformationRequest() {
        return registration.channel().isUnder4982(registration.asksForInformation());
    }

    /**
     * Which remedy the office has to name with an outcome; an unpaid fee ends a request for information as a refusal
     * does.
     */
    public Remedy remedyFor(Outcome how) {
        return Remedy.of(how, isInformationRequest(), isLapsedUnpaid());
    }

    /** Whether it counts as withdrawn since a notified fee was not paid in time (4982 md. 11). */
    public boolean isLapsedUnpaid() {
        var unpaid = unpaidFrom();
        return outcome == Outcome.VAZGECILDI && unpaid != null && closedAt != null && !closedAt.isBefore(unpaid);
    }

    /** Whether it was closed as a duplicate, to be answered with its main one. */
    public boolean isDuplicate() {
        return status == Status.KAPANDI && outcome == Outcome.MUKERRER;
    }

    /** Whether its routing is the manager's: units have sent it back too often. */
    boolean isRoutedByManager(RuleSettings rules) {
        return status == Status.SEVK_BEKLIYOR && routing.returns() >= rules.returnsToManager();
    }

    public boolean isOpen() {
        return status != Status.KAPANDI;
    }

    /** Whether the limit passed while it was open: late now, or closed too late. */
    public boolean isLate(Instant now) {
        return limit.passed(closedAt == null ? now : closedAt);
    }

    public String number() {
        return number;
    }

    /** Which of its tracking codes is good: 0 a random one of before, else then how often one was issued. */
    public int codeIssue() {
        return code.codeIssue();
    }

    /** Keyed hash of a random tracking code of before; null where the code is derived. */
    public @Nullable String codeHash() {
        return code.codeHash();
    }

    public Channel channel() {
        return registration.channel();
    }

    public @Nullable Source source() {
        return registration.source();
    }

    public Kind kind() {
        return registration.kind();
    }

    public @Nullable Submission submission() {
        return registration.submission();
    }

    public @Nullable String forwardedBy() {
        return registration.forwardedBy();
    }

    public @Nullable String topic() {
        return topic;
    }

    public String subject() {
        return registration.subject();
    }

    public String text() {
        return text.text();
    }

    public Applicant applicant() {
        return applicant;
    }

    public @Nullable String externalReference() {
        return registration.externalReference();
    }

    public String deliveredBy() {
        return registration.deliveredBy();
    }

    public String contentDigest() {
        return registration.contentDigest();
    }

    public List<String> warnings() {
        return registration.warningLines();
    }

    /** Where it is, as latitude and longitude are written on a map; null where nobody said. */
    public @Nullable String place() {
        return registration.place();
    }

    public Instant receivedAt() {
        return registration.receivedAt();
    }

    public Instant registeredAt() {
        return registration.registeredAt();
    }

    public Deadline deadline() {
        return limit.deadline();
    }

    /** The limit on which extension and fee rest, see {@link Limit#of4982}. */
    public LocalDate lastDayUnder4982() {
        return limit.of4982().lastDay();
    }

    public Status status() {
        return status;
    }

    public @Nullable Outcome outcome() {
        return outcome;
    }

    public @Nullable String unit() {
        return routing.unit();
    }

    public int escalationLevel() {
        return limit.escalationLevel();
    }

    public @Nullable String takenOverBy() {
        return routing.takenOverBy();
    }

    public @Nullable String decisionReason() {
        return decision.decisionReason();
    }

    /** What the review about to be taken names: another body, or the main application. */
    public @Nullable String decisionTarget() {
        return decision.decisionTarget();
    }

    /** The body to which it was sent, since the matter is not the office's own. */
    public @Nullable String forwardedTo() {
        return forwardedTo;
    }

    public @Nullable Answer answer() {
        return round.answer();
    }

    /**
     * The answer as the applicant may see it: approved, not a draft. Null before, and where it ended without one; what
     * went out in earlier rounds is in {@link SentAnswers}.
     */
    public @Nullable Answer sentAnswer() {
        boolean answered = status == Status.CEVAPLANDI
                || (status == Status.KAPANDI && outcome != null && Basvuru.ANSWERS.contains(outcome));
        return answered ? round.answer() : null;
    }

    /** The round of answering: one more with every unit that gets the application, and with every reopening. */
    public int answerRound() {
        return round.answerRound();
    }

    public @Nullable Instant closedAt() {
        return closedAt;
    }

    /** The later one of two limits; null where there is only one. */
    public @Nullable Deadline otherDeadline() {
        return limit.otherDeadline();
    }

    public Counting counting() {
        return limit.counting();
    }

    /** Version of the holiday table with which its dates were computed. */
    long calendarVersion() {
        return limit.calendarVersion();
    }

    /** The instant of the second level of escalation; null before the first. */
    public @Nullable Instant secondLimit() {
        return limit.secondLimit();
    }

    /** Until when the applicant may complete what lacks; null where nothing is waited for. */
    public @Nullable Instant incompleteUntil() {
        return incompleteUntil;
    }

    /** From this instant on a notified fee counts as unpaid; null where none is awaited. */
    public @Nullable Instant unpaidFrom() {
        return fee == null || !fee.awaited() ? null : fee.unpaidFrom();
    }

    /** How often it was reopened: distinguishes the messages of one round from those of the next. */
    public int reopenings() {
        return reopenings;
    }

    public int returns() {
        return routing.returns();
    }

    /** Number of the application this one is joined to. */
    public @Nullable String mainNumber() {
        return mainNumber;
    }

    /** Number of an unprocessed application that this one completes. */
    public @Nullable String previousNumber() {
        return registration.previousNumber();
    }

    @Nullable
    Refusal unlessAt(Status needed) {
        return status == needed
                ? null
                : BasvuruRefusal.DURUM_UYGUN_DEGIL.because(
                        Texts.of("basvuru.ret.durum-uygun-degil", status.label(), needed.label()));
    }

    @Nullable
    Refusal unlessOpen() {
        return isOpen() ? null : BasvuruRefusal.BASVURU_KAPALI.because(Texts.of("basvuru.ret.basvuru-kapali"));
    }
}
