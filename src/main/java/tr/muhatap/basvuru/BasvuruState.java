package tr.muhatap.basvuru;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;
import tr.muhatap.channel.Channel;
import tr.muhatap.deadline.Counting;
import tr.muhatap.deadline.Deadline;
import tr.muhatap.deadline.Deadlines;

/** State of an application, in one part per aspect of its life, and what derives from it. */
abstract class BasvuruState extends BasvuruKeeping {

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

    /** Creates a new application. */
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

    /** For Spring Data, which sets the parts afterwards. */
    @SuppressWarnings("NullAway.Init")
    BasvuruState() {}

    /** The channel that determines process, desk and steps, see {@link Channel#handledAs}. */
    public Channel handledAs() {
        return registration.handledAs();
    }

    /** Whether 4982 applies, regardless of the channel. */
    public boolean isInformationRequest() {
        return registration.channel().isUnder4982(registration.asksForInformation());
    }

    /** The remedy to be named with an outcome; an unpaid fee ends a request for information like a refusal. */
    public Remedy remedyFor(Outcome how) {
        return Remedy.of(how, isInformationRequest(), isLapsedUnpaid());
    }

    /** The remedy to be named with the answer of a place of recourse; only a rejection needs one (Anayasa md. 40/2). */
    public Remedy remedyFor(MuracaatOutcome how) {
        return how == MuracaatOutcome.RET ? Remedy.of(Outcome.OLUMSUZ, isInformationRequest(), false) : Remedy.NONE;
    }

    /** Whether it counts as withdrawn since a notified fee was not paid in time (4982 md. 11). */
    public boolean isLapsedUnpaid() {
        var unpaid = unpaidFrom();
        return outcome == Outcome.VAZGECILDI && unpaid != null && closedAt != null && !closedAt.isBefore(unpaid);
    }

    /** Whether it was closed as a duplicate and is answered with its main application. */
    public boolean isDuplicate() {
        return status == Status.KAPANDI && outcome == Outcome.MUKERRER;
    }

    /** Whether its routing is escalated to the manager, since units have returned it too often. */
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

    /** Number of the valid tracking code: how often one was issued; 0 for a random one of an earlier version. */
    public int codeIssue() {
        return code.codeIssue();
    }

    /** Keyed hash of a random tracking code of an earlier version; null if the code is derived. */
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

    /** Location as latitude and longitude, as written on a map; null if not given. */
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

    /** The limit for extension and fee, see {@link Limit#of4982}. */
    public LocalDate lastDayUnder4982() {
        return limit.of4982().lastDay();
    }

    @Override
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

    /** Target of the next review decision: another body, or the main application. */
    public @Nullable String decisionTarget() {
        return decision.decisionTarget();
    }

    /** The body to which it was forwarded, since the office is not responsible. */
    public @Nullable String forwardedTo() {
        return forwardedTo;
    }

    public @Nullable Answer answer() {
        return round.answer();
    }

    /** The approved answer as the applicant may see it; null for a draft. {@link SentAnswers} has earlier rounds. */
    public @Nullable Answer sentAnswer() {
        boolean answered = status == Status.CEVAPLANDI
                || (status == Status.KAPANDI && outcome != null && Basvuru.ANSWERS.contains(outcome));
        return answered ? round.answer() : null;
    }

    /** Number of the round of answering, incremented by every routing to a unit and every reopening. */
    public int answerRound() {
        return round.answerRound();
    }

    public @Nullable Instant closedAt() {
        return closedAt;
    }

    /** The later of two limits; null if there is only one. */
    public @Nullable Deadline otherDeadline() {
        return limit.otherDeadline();
    }

    public Counting counting() {
        return limit.counting();
    }

    /** Version of the holiday table used for its dates. */
    long calendarVersion() {
        return limit.calendarVersion();
    }

    /** The instant of the second level of escalation; null before the first. */
    public @Nullable Instant secondLimit() {
        return limit.secondLimit();
    }

    /** End of the applicant's period for completion; null if none is awaited. */
    public @Nullable Instant incompleteUntil() {
        return incompleteUntil;
    }

    /** From this instant a notified fee counts as unpaid; null if none is awaited. */
    public @Nullable Instant unpaidFrom() {
        return fee == null || !fee.awaited() ? null : fee.unpaidFrom();
    }

    /** Number of reopenings: distinguishes the messages of one round from those of the next. */
    public int reopenings() {
        return reopenings;
    }

    public int returns() {
        return routing.returns();
    }

    /** Number of the main application that it is joined to. */
    public @Nullable String mainNumber() {
        return mainNumber;
    }

    /** Number of an unprocessed application that this one completes. */
    public @Nullable String previousNumber() {
        return registration.previousNumber();
    }
}
