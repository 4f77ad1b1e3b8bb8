package tr.muhatap.dosya;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tr.muhatap.basvuru.Answer;
import tr.muhatap.basvuru.Basvuru;
import tr.muhatap.basvuru.BasvuruAccess;
import tr.muhatap.basvuru.BasvuruRegister;
import tr.muhatap.basvuru.ForeignerCondition;
import tr.muhatap.basvuru.GroundFacts;
import tr.muhatap.basvuru.GroundField;
import tr.muhatap.basvuru.History;
import tr.muhatap.basvuru.ItirazRegister;
import tr.muhatap.basvuru.LegalStep;
import tr.muhatap.basvuru.MuracaatRegister;
import tr.muhatap.basvuru.Opinion;
import tr.muhatap.basvuru.OpinionRegister;
import tr.muhatap.basvuru.PersonalDataLog;
import tr.muhatap.basvuru.RankedUnits;
import tr.muhatap.basvuru.RefusalGround;
import tr.muhatap.basvuru.ReviewDecision;
import tr.muhatap.basvuru.SentAnswers;
import tr.muhatap.basvuru.StaffTasks;
import tr.muhatap.basvuru.Status;
import tr.muhatap.basvuru.UnitProposals;
import tr.muhatap.deadline.Deadlines;
import tr.muhatap.dosya.Dosya.AnswerView;
import tr.muhatap.dosya.Dosya.ApplicantView;
import tr.muhatap.dosya.Dosya.EarlierAnswerView;
import tr.muhatap.dosya.Dosya.GroundFactView;
import tr.muhatap.dosya.Dosya.GroundFieldView;
import tr.muhatap.dosya.Dosya.GroundOption;
import tr.muhatap.dosya.Dosya.HistoryLine;
import tr.muhatap.dosya.Dosya.OpinionView;
import tr.muhatap.dosya.Dosya.Option;
import tr.muhatap.dosya.Dosya.Options;
import tr.muhatap.dosya.Dosya.ProposalView;
import tr.muhatap.dosya.Dosya.TopicOption;
import tr.muhatap.organization.Organization;
import tr.muhatap.text.ContactData;
import tr.muhatap.text.Masking;
import tr.muhatap.text.Texts;

/** Assembles an application's file for the current user. */
@Component
public class DosyaService {

    private final BasvuruRegister register;
    private static final int MOST_OF_A_PAPER = 20;

    private final ApplicationSearch search;
    private final MuracaatRegister recourses;
    private final OpinionRegister opinions;
    private final ItirazRegister objections;
    private final BasvuruAccess access;
    private final Deadlines deadlines;
    private final Organization organization;
    private final UnitProposals proposals;
    private final RankedUnits rankedUnits;
    private final History history;
    private final HistoryWords words;
    private final LimitStories limits;
    private final Notes notes;
    private final SentAnswers sentAnswers;
    private final PersonalDataLog personalDataLog;
    private final StaffTasks tasks;
    private final Clock clock;

    DosyaService(
            ApplicationSearch search,
            BasvuruRegister register,
            MuracaatRegister recourses,
            OpinionRegister opinions,
            ItirazRegister objections,
            BasvuruAccess access,
            Deadlines deadlines,
            Organization organization,
            UnitProposals proposals,
            RankedUnits rankedUnits,
            History history,
            HistoryWords words,
            LimitStories limits,
            Notes notes,
            SentAnswers sentAnswers,
            PersonalDataLog personalDataLog,
            StaffTasks tasks,
            Clock clock) {
        this.register = register;
        this.search = search;
        this.recourses = recourses;
        this.opinions = opinions;
        this.objections = objections;
        this.access = access;
        this.deadlines = deadlines;
        this.organization = organization;
        this.proposals = proposals;
        this.rankedUnits = rankedUnits;
        this.history = history;
        this.words = words;
        this.limits = limits;
        this.notes = notes;
        this.sentAnswers = sentAnswers;
        this.personalDataLog = personalDataLog;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** Whether the application exists and the current user may view its file. */
    public boolean mayOpen(String number) {
        return register.find(number).filter(access::hasInsight).isPresent();
    }

    /** Number of the newest application registered under a document number that the current user may view. */
    public Optional<String> openByPaper(String paperNumber) {
        return search.numbersByPaper(paperNumber.strip(), MOST_OF_A_PAPER).stream()
                .filter(this::mayOpen)
                .findFirst();
    }

    /**
     * The file of an application.
     *
     * @throws tr.muhatap.problem.NotFoundException if there is none, or the current user may not view it
     */
    public Dosya open(String number) {
        return open(number, false);
    }

    /**
     * As {@link #open(String)}.
     *
     * @param withContacts whether contact data in the citizen's text are shown to a user who does not communicate
     *     with the citizen; such an access is logged
     */
    public Dosya open(String number, boolean withContacts) {
        return open(number, withContacts, null);
    }

    /**
     * As {@link #open(String, boolean)}, for the form of a task.
     *
     * @param task its id in the engine
     */
    Dosya open(String number, boolean withContacts, @Nullable String task) {
        var basvuru = register.get(number);
        access.requireInsight(basvuru);
        return of(basvuru, withContacts, task == null ? null : tasks.mayWorkOn(task));
    }

    /**
     * The formatted history of an application.
     *
     * @throws tr.muhatap.problem.NotFoundException as {@link #open}
     */
    List<HistoryLine> past(String number) {
        var basvuru = register.get(number);
        access.requireInsight(basvuru);
        personalDataLog.viewed(basvuru.number(), Texts.of("dosya.dosya-service.gecmis"));
        return lines(history.of(basvuru.number()));
    }

    private List<HistoryLine> lines(List<History.Entry> entries) {
        return entries.stream()
                .map(entry -> new HistoryLine(
                        entry.at(),
                        entry.actor(),
                        entry.who(),
                        entry.action(),
                        words.label(entry),
                        words.summary(entry)))
                .toList();
    }

    private Dosya of(Basvuru basvuru, boolean withContacts, @Nullable Boolean mayWork) {
        boolean isShown = withContacts || access.seesApplicant(basvuru);
        String subject = isShown ? basvuru.subject() : ContactData.hidden(basvuru.subject());
        String text = isShown ? basvuru.text() : ContactData.hidden(basvuru.text());
        boolean contactsHidden = !text.equals(basvuru.text()) || !subject.equals(basvuru.subject());
        personalDataLog.viewed(
                basvuru.number(),
                withContacts && !access.seesApplicant(basvuru)
                        ? Texts.of("dosya.dosya-service.dosya-metindeki-iletisim-bilgileri")
                        : "dosya");
        var source = basvuru.source();
        var ranked = ranked(basvuru);
        var past = history.of(basvuru.number());
        var joined = register.joinedTo(basvuru.number());
        String topic = basvuru.topic();
        String unit = basvuru.unit();
        var asked = opinions.of(basvuru);
        var wish = basvuru.incoming().answerBy();
        var passedOn = basvuru.incoming().passedOnBy();
        var steps = steps(basvuru, !joined.isEmpty());
        var lastDay = basvuru.deadline().lastDay();
        return new Dosya(
                basvuru.number(),
                basvuru.channel(),
                basvuru.channel().label(),
                source == null ? null : source.label(),
                basvuru.kind(),
                basvuru.kind().label(),
                topic,
                topic == null
                        ? null
                        : organization.topic(topic).map(t -> t.name()).orElse(topic),
                subject,
                text,
                contactsHidden,
                basvuru.place(),
                basvuru.status(),
                basvuru.status().label(),
                basvuru.outcome(),
                unit,
                unit == null ? null : unitName(unit),
                basvuru.receivedAt(),
                basvuru.deadline(),
                basvuru.otherDeadline(),
                basvuru.payUntil(),
                basvuru.submittedReceipt(),
                ServiceView.of(basvuru),
                deadlines.daysLeft(basvuru.deadline(), LocalDate.now(clock)),
                basvuru.isLate(clock.instant()),
                basvuru.escalationLevel(),
                basvuru.warnings(),
                wish == null ? null : wish.label(),
                basvuru.incoming().paperNumber(),
                basvuru.incoming().paperDate(),
                passedOn == null ? null : passedOn.label(),
                basvuru.isUnidentifiedTip(),
                foreignersNote(basvuru),
                basvuru.isOralInformationRequest(),
                applicant(basvuru),
                basvuru.decisionReason(),
                basvuru.decisionTarget(),
                basvuru.forwardedTo(),
                answer(basvuru.answer()),
                sentAnswers.earlier(basvuru).stream().map(this::earlier).toList(),
                proposedAnswer(basvuru),
                basvuru.previousNumber(),
                basvuru.mainNumber(),
                joined,
                proposal(basvuru, ranked),
                ranked.stream().map(this::proposal).toList(),
                objections.views(basvuru.number()),
                recourses.views(basvuru.number(), true),
                asked.stream().map(this::opinion).toList(),
                steps.contains(LegalStep.EXTENSION) && asked.stream().anyMatch(opinion -> opinion.outlasts(lastDay)),
                steps,
                mayWork,
                limits.of(basvuru, past),
                lines(past),
                notes.of(basvuru.number()),
                notes.mayAdd(basvuru),
                options(basvuru));
    }

    /** Legal steps that the current user may take now. */
    private List<LegalStep> steps(Basvuru basvuru, boolean hasJoinedOnes) {
        return objections.possibleSteps(basvuru, hasJoinedOnes).stream()
                .filter(step -> step.isOfCitizensDesk() ? access.isCitizensDesk(basvuru) : access.maySetLegalSteps())
                .toList();
    }

    private OpinionView opinion(Opinion asked) {
        boolean overdue = asked.isOverdue(LocalDate.now(clock));
        return new OpinionView(
                asked.ordinal(),
                asked.kind().label(),
                asked.body(),
                asked.question(),
                asked.askedOn(),
                asked.dueOn(),
                asked.isOpen(),
                overdue,
                state(asked, overdue),
                asked.answeredOn(),
                asked.answer());
    }

    private static String state(Opinion asked, boolean overdue) {
        if (asked.isOpen()) {
            return overdue
                    ? Texts.of("dosya.dosya-service.suresi-gecti-cevap-bekleniyor")
                    : Texts.of("dosya.dosya-service.cevap-bekleniyor");
        }
        return asked.answeredOn() == null
                ? Texts.of("dosya.dosya-service.iptal-edildi")
                : Texts.of("dosya.dosya-service.cevap-geldi");
    }

    /** The conditions, and what follows where one is not met (4982 md. 4/2, 3071 md. 3). */
    private static @Nullable String foreignersNote(Basvuru basvuru) {
        var conditions = basvuru.conditionsToCheck();
        return conditions.isEmpty()
                ? null
                : Texts.of(
                        basvuru.isInformationRequest()
                                ? "dosya.dosya-service.yabanci-4982"
                                : "dosya.dosya-service.yabanci-3071",
                        conditions.stream().map(ForeignerCondition::label).collect(Collectors.joining(", ")));
    }

    private @Nullable ApplicantView applicant(Basvuru basvuru) {
        if (!access.seesApplicant(basvuru)) {
            return null;
        }
        var applicant = basvuru.applicant();
        return new ApplicantView(
                applicant.displayName(),
                Masking.nationalId(applicant.nationalId()),
                applicant.phone(),
                applicant.email(),
                applicant.address(),
                applicant.identityHidden());
    }

    public static @Nullable AnswerView answer(@Nullable Answer answer) {
        if (answer == null) {
            return null;
        }
        var ground = answer.ground();
        return new AnswerView(
                answer.outcome(),
                answer.outcome().label(),
                ground == null ? null : ground.article(),
                ground == null ? null : ground.label(),
                ground == null ? List.of() : facts(ground, answer.factsOrNone()),
                answer.lacksSecretParts(),
                answer.text(),
                answer.tag());
    }

    private static List<GroundFactView> facts(RefusalGround ground, GroundFacts facts) {
        return ground.fields().stream()
                .filter(field -> field.isGivenIn(facts))
                .map(field -> new GroundFactView(field.key(), field.label(), field.code(facts), field.words(facts)))
                .toList();
    }

    private EarlierAnswerView earlier(SentAnswers.Earlier earlier) {
        String unit = earlier.unit();
        return new EarlierAnswerView(
                unit == null ? null : unitName(unit),
                earlier.answer().outcome().label(),
                earlier.answer().text(),
                earlier.sent(),
                earlier.endedAt());
    }

    /** The answer of the main application, proposed for the applications joined to it; each is decided on its own. */
    private @Nullable AnswerView proposedAnswer(Basvuru basvuru) {
        return Optional.ofNullable(basvuru.mainNumber())
                .flatMap(register::find)
                .map(main -> answer(main.sentAnswer()))
                .orElse(null);
    }

    /** Computed before routing only: it is expensive and not needed later. */
    private List<RankedUnits.Ranked> ranked(Basvuru basvuru) {
        return basvuru.status() == Status.ON_INCELEMEDE || basvuru.status() == Status.SEVK_BEKLIYOR
                ? rankedUnits.of(basvuru)
                : List.of();
    }

    private @Nullable ProposalView proposal(Basvuru basvuru, List<RankedUnits.Ranked> ranked) {
        return ranked.isEmpty()
                ? proposals
                        .propose(basvuru)
                        .map(table -> new ProposalView(
                                table.unit(), unitName(table.unit()), table.reason(), null, RankedUnits.From.TABLO))
                        .orElse(null)
                : ranked.stream()
                        .findFirst()
                        .filter(RankedUnits.Ranked::isSure)
                        .map(this::proposal)
                        .orElse(null);
    }

    private ProposalView proposal(RankedUnits.Ranked ranked) {
        return new ProposalView(
                ranked.unit(), unitName(ranked.unit()), ranked.reason(), ranked.confidence(), ranked.source());
    }

    private Options options(Basvuru basvuru) {
        return new Options(
                Arrays.stream(ReviewDecision.values())
                        .map(decision -> new Option(decision.name(), decision.label()))
                        .toList(),
                organization.units().stream()
                        .map(unit -> new Option(unit.code(), unit.name()))
                        .toList(),
                organization.topics().stream()
                        .map(topic -> new TopicOption(topic.code(), topic.name(), topic.unit()))
                        .toList(),
                Basvuru.ANSWERS.stream()
                        .map(outcome -> new Option(outcome.name(), outcome.label()))
                        .toList(),
                basvuru.isInformationRequest() ? grounds() : List.of());
    }

    private static List<GroundOption> grounds() {
        return Arrays.stream(RefusalGround.values())
                .map(ground -> new GroundOption(
                        ground.article(),
                        ground.label(),
                        ground.fields().stream().map(DosyaService::field).toList()))
                .toList();
    }

    private static GroundFieldView field(GroundField field) {
        return new GroundFieldView(
                field.key(),
                field.label(),
                field.type(),
                field.choices().entrySet().stream()
                        .map(choice -> new Option(choice.getKey(), choice.getValue()))
                        .toList());
    }

    private String unitName(String code) {
        return organization.unit(code).map(unit -> unit.name()).orElse(code);
    }
}
