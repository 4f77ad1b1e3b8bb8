package tr.muhatap.dosya;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tr.muhatap.basvuru.GroundField;
import tr.muhatap.basvuru.ItirazRegister;
import tr.muhatap.basvuru.Kind;
import tr.muhatap.basvuru.LegalStep;
import tr.muhatap.basvuru.MuracaatRegister;
import tr.muhatap.basvuru.Outcome;
import tr.muhatap.basvuru.RankedUnits;
import tr.muhatap.basvuru.Status;
import tr.muhatap.basvuru.SubmittedReceipt;
import tr.muhatap.channel.Channel;
import tr.muhatap.deadline.Deadline;

/**
 * An application's file (dosya) for display: the data that the current user may see, and the available choices.
 *
 * @param contactsHidden whether contact data in the citizen's own words were hidden from the current user
 * @param place latitude and longitude; null if not given
 * @param notes internal notes, never shown to citizens
 * @param answerByLabel how the applicant wants to be answered
 * @param passedOnByLabel who passed it on for the applicant; null for the applicant
 * @param paperNumber registration number of an incoming document in the document system (EBYS)
 * @param unidentifiedTip whether a tip has no identified informant (4483 md. 4)
 * @param foreignersNote the conditions of the law for a foreigner's application; null for everybody else's
 * @param petitionNeeded whether information was asked for orally, so that a petition has to be signed (4982 md. 6)
 * @param objections before the Board
 * @param mayNote whether the current user may add a note
 * @param steps legal steps that the current user may take now, in addition to its task
 * @param opinions requests to other bodies, oldest first
 * @param extensionProposed whether another body's answer is due after the last day, which can still be extended
 * @param mayWork whether the current user may work on the requested task; null if none was requested
 * @param target target of the next review decision: another body, or the main application
 * @param forwardedTo the body to which it was forwarded
 * @param earlierAnswers answers and drafts of earlier rounds, oldest first
 * @param payUntil last day to pay a notified fee; null if none
 * @param submittedReceipt the proof of payment to be checked; null if there is none
 * @param services service of the notices
 * @param proposedUnit the best proposal if it may be preselected; null if none is confident enough
 * @param proposedUnits up to three, best first; none once it is routed
 * @param proposedAnswer the answer of the main application that this one is joined to, once it is approved
 */
public record Dosya(
        String number,
        Channel channel,
        String channelLabel,
        @Nullable String sourceLabel,
        Kind kind,
        String kindLabel,
        @Nullable String topic,
        @Nullable String topicLabel,
        String subject,
        String text,
        boolean contactsHidden,
        @Nullable String place,
        Status status,
        String statusLabel,
        @Nullable Outcome outcome,
        @Nullable String unit,
        @Nullable String unitLabel,
        Instant receivedAt,
        Deadline deadline,
        @Nullable Deadline otherDeadline,
        @Nullable LocalDate payUntil,
        @Nullable SubmittedReceipt submittedReceipt,
        List<ServiceView> services,
        int daysLeft,
        boolean late,
        int escalationLevel,
        List<String> warnings,
        @Nullable String answerByLabel,
        @Nullable String paperNumber,
        @Nullable LocalDate paperDate,
        @Nullable String passedOnByLabel,
        boolean unidentifiedTip,
        @Nullable String foreignersNote,
        boolean petitionNeeded,
        @Nullable ApplicantView applicant,
        @Nullable String reason,
        @Nullable String target,
        @Nullable String forwardedTo,
        @Nullable AnswerView answer,
        List<EarlierAnswerView> earlierAnswers,
        @Nullable AnswerView proposedAnswer,
        @Nullable String previousNumber,
        @Nullable String mainNumber,
        List<String> joinedNumbers,
        @Nullable ProposalView proposedUnit,
        List<ProposalView> proposedUnits,
        List<ItirazRegister.ObjectionView> objections,
        List<MuracaatRegister.RecourseView> recourses,
        List<OpinionView> opinions,
        boolean extensionProposed,
        List<LegalStep> steps,
        @Nullable Boolean mayWork,
        LimitStory limitStory,
        List<HistoryLine> history,
        List<Notes.Note> notes,
        boolean mayNote,
        Options options) {

    public record ApplicantView(
            String name,
            @Nullable String nationalId,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String address,
            boolean hidden) {}

    /**
     * An answer or its draft.
     *
     * @param secretPartsRemoved whether secret parts were taken out of what is given (4982 md. 9)
     * @param tag which version of it this is, see {@code If-Match} where a draft is saved
     */
    public record AnswerView(
            Outcome outcome,
            String outcomeLabel,
            @Nullable String ground,
            @Nullable String groundLabel,
            List<GroundFactView> groundFacts,
            boolean secretPartsRemoved,
            String text,
            String tag) {}

    /** Facts of a refusal in addition to its article, as programs write it and as people read it. */
    public record GroundFactView(String field, String label, String value, String words) {}

    /**
     * What another unit wrote, or what was answered before the application was opened again.
     *
     * @param sent whether it went out; else it stayed a draft
     */
    public record EarlierAnswerView(
            @Nullable String unitLabel, String outcomeLabel, String text, boolean sent, Instant endedAt) {}

    /**
     * A unit that the application may be for.
     *
     * @param confidence how likely it is right, from 0 to 1; null if it was not computed
     * @param source the decision table, or what was learned
     */
    public record ProposalView(
            String code,
            String name,
            String reason,
            @Nullable Double confidence,
            RankedUnits.From source) {}

    public record HistoryLine(
            Instant at,
            String actor,
            String who,
            String action,
            String actionLabel,
            @Nullable String summary) {}

    public record Option(String code, String label) {}

    public record TopicOption(String code, String label, String unit) {}

    /**
     * What another body was asked.
     *
     * @param state in words: waited for, overdue, answered, withdrawn
     */
    public record OpinionView(
            int ordinal,
            String kindLabel,
            String body,
            String question,
            LocalDate askedOn,
            LocalDate dueOn,
            boolean open,
            boolean overdue,
            String state,
            @Nullable LocalDate answeredOn,
            @Nullable String answer) {}

    /** An article to refuse on, and the fields that it demands. */
    public record GroundOption(String code, String label, List<GroundFieldView> fields) {}

    /**
     * A field that an article demands.
     *
     * @param choices codes and words to choose from; empty if something is typed
     */
    public record GroundFieldView(String field, String label, GroundField.Type type, List<Option> choices) {}

    public record Options(
            List<Option> reviewDecisions,
            List<Option> units,
            List<TopicOption> topics,
            List<Option> outcomes,
            List<GroundOption> grounds) {}
}
