package tr.muhatap.takip;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tr.muhatap.basvuru.Basvuru;
import tr.muhatap.basvuru.BasvuruEvent;
import tr.muhatap.basvuru.BasvuruEventType;
import tr.muhatap.basvuru.BasvuruRegister;
import tr.muhatap.basvuru.Duplicates;
import tr.muhatap.basvuru.FeeLine;
import tr.muhatap.basvuru.FeeNotice;
import tr.muhatap.basvuru.History;
import tr.muhatap.basvuru.Kind;
import tr.muhatap.basvuru.LegalStep;
import tr.muhatap.basvuru.MuracaatGround;
import tr.muhatap.basvuru.MuracaatRegister;
import tr.muhatap.basvuru.Outcome;
import tr.muhatap.basvuru.RuleSettings;
import tr.muhatap.basvuru.SentAnswers;
import tr.muhatap.basvuru.Status;
import tr.muhatap.basvuru.SubmittedReceipt;
import tr.muhatap.channel.Channel;
import tr.muhatap.deadline.Deadline;
import tr.muhatap.deadline.Deadlines;
import tr.muhatap.deadline.DerivationDay;
import tr.muhatap.dosya.HistoryWords;
import tr.muhatap.dosya.LimitStories;
import tr.muhatap.dosya.LimitStory;
import tr.muhatap.dosya.ServiceView;
import tr.muhatap.organization.Organization;
import tr.muhatap.rate.RateLimits;
import tr.muhatap.text.Digits;

/** Data of an application for citizens with number and tracking code. */
@Component
public class Tracking {

    /** Steps that citizens take themselves, with number and code. */
    private static final List<LegalStep> OF_CITIZENS =
            List.of(LegalStep.COMPLETION, LegalStep.RECEIPT, LegalStep.WITHDRAWAL, LegalStep.REOPENING);

    private final BasvuruRegister register;
    private final MuracaatRegister recourses;
    private final Organization organization;
    private final Deadlines deadlines;
    private final History history;
    private final HistoryWords words;
    private final LimitStories limits;
    private final RateLimits rates;
    private final SentAnswers sentAnswers;
    private final RuleSettings rules;
    private final TrackingCodes codes;
    private final Duplicates duplicates;
    private final Clock clock;

    Tracking(
            BasvuruRegister register,
            MuracaatRegister recourses,
            Organization organization,
            Deadlines deadlines,
            History history,
            HistoryWords words,
            LimitStories limits,
            RateLimits rates,
            SentAnswers sentAnswers,
            RuleSettings rules,
            TrackingCodes codes,
            Duplicates duplicates,
            Clock clock) {
        this.register = register;
        this.recourses = recourses;
        this.organization = organization;
        this.deadlines = deadlines;
        this.history = history;
        this.words = words;
        this.limits = limits;
        this.rates = rates;
        this.sentAnswers = sentAnswers;
        this.rules = rules;
        this.codes = codes;
        this.duplicates = duplicates;
        this.clock = clock;
    }

    /** Empty for an unknown number and for a wrong code alike. */
    public Optional<TrackedApplication> track(String number, String code) {
        return find(number, code).map(this::view);
    }

    /** Whether number and code match, which proves ownership of the application. */
    public boolean fits(String number, String code) {
        return find(number, code).isPresent();
    }

    /** As {@link #track}. */
    Optional<Basvuru> find(String number, String code) {
        var found = register.find(Digits.applicationNumber(number)).filter(basvuru -> codes.isOf(basvuru, code));
        if (found.isEmpty()) {
            rates.wrongCode();
        }
        return found;
    }

    private TrackedApplication view(Basvuru basvuru) {
        String unit = basvuru.unit();
        var outcome = basvuru.outcome();
        var main = duplicates.mainOf(basvuru);
        var answer = sentAnswers.current(main.orElse(basvuru));
        var past = history.of(basvuru.number());
        var story = limits.of(basvuru, past);
        var obstacles = recourses.obstacles(basvuru);
        return new TrackedApplication(
                basvuru.number(),
                basvuru.channel(),
                basvuru.channel().label(),
                basvuru.kind(),
                basvuru.subject(),
                basvuru.status(),
                basvuru.status().label(),
                outcome,
                outcome == null ? null : outcome.label(),
                unit == null ? null : organization.unit(unit).map(u -> u.name()).orElse(unit),
                basvuru.forwardedTo(),
                basvuru.receivedAt(),
                basvuru.deadline(),
                basvuru.otherDeadline(),
                fee(basvuru, past),
                basvuru.payUntil(),
                basvuru.submittedReceipt(),
                ServiceView.of(basvuru),
                story.countedFrom(),
                story.days(),
                story.changes(),
                deadlines.daysLeft(basvuru.deadline(), LocalDate.now(clock)),
                basvuru.isLate(clock.instant()),
                main.map(Basvuru::number).orElse(null),
                main.map(Basvuru::status).map(Status::label).orElse(null),
                answer == null ? null : answer.text(),
                sentAnswers.earlierSent(basvuru).stream()
                        .map(earlier -> new EarlierAnswer(
                                earlier.answer().text(),
                                earlier.answer().outcome().label()))
                        .toList(),
                sentAnswers.rounds(basvuru),
                basvuru.closedAt(),
                past.stream().flatMap(entry -> step(entry).stream()).toList(),
                recourses.views(basvuru.number(), false),
                OF_CITIZENS.stream()
                        .filter(step -> register.possibleSteps(basvuru, false).contains(step))
                        .map(LegalStep::address)
                        .toList(),
                obstacles.entrySet().stream()
                        .filter(ground -> ground.getValue().isEmpty())
                        .map(Map.Entry::getKey)
                        .toList(),
                obstacles.values().stream().flatMap(Optional::stream).distinct().toList());
    }

    /** As it was notified last; an earlier round's is no longer to be paid. */
    private static @Nullable TrackedFee fee(Basvuru basvuru, List<History.Entry> past) {
        if (basvuru.status() != Status.UCRET_BEKLIYOR) {
            return null;
        }
        return past.stream()
                .map(History.Entry::event)
                .filter(BasvuruEvent.UcretBildirildi.class::isInstance)
                .map(BasvuruEvent.UcretBildirildi.class::cast)
                .reduce((earlier, later) -> later)
                .map(BasvuruEvent.UcretBildirildi::notice)
                .map(TrackedFee::of)
                .orElse(null);
    }

    private Optional<TrackingEntry> step(History.Entry entry) {
        return entry.type()
                .filter(BasvuruEventType::isShownToCitizen)
                .map(type -> new TrackingEntry(entry.at(), entry.action(), words.citizenLabel(type)));
    }

    /** A history entry without names. */
    public record TrackingEntry(Instant at, String action, String label) {}

    /** An answer sent before the application was reopened. */
    public record EarlierAnswer(String text, String outcomeLabel) {}

    /**
     * A cost of access that was notified (4982 md. 10, Yönetmelik md. 22).
     *
     * @param amount Turkish lira
     * @param pages all of them, the free ones included
     * @param lines what the amount is made of; empty if it was entered as a sum
     * @param payAt place of payment in the dative; null: the office's usual one
     * @param iban account; null: there is none
     */
    public record TrackedFee(
            BigDecimal amount,
            int pages,
            List<FeeLine> lines,
            @Nullable String payAt,
            @Nullable String iban) {

        public TrackedFee {
            lines = List.copyOf(lines);
        }

        static TrackedFee of(FeeNotice notice) {
            return new TrackedFee(notice.amount(), notice.pages(), notice.lines(), notice.payAt(), notice.iban());
        }

        /** As letters and pages write it. */
        public FeeNotice notice() {
            return new FeeNotice(amount, pages, lines, payAt, iban);
        }
    }

    /**
     * @param otherDeadline the later of two limits, else null
     * @param fee the notified fee that is still to be paid; null if there is none
     * @param payUntil last day to pay a notified fee; null if none
     * @param submittedReceipt the proof of payment to be checked; null if there is none
     * @param services service of the notices
     * @param countedFrom the day that is not counted itself
     * @param derivation every day of the limit as it is counted now
     * @param limitChanges events that set or moved the limit, in order
     * @param mainNumber of a duplicate: the application with which it is answered
     * @param mainStatusLabel status of the main application
     * @param answer the answer's text once it is approved, else null
     * @param earlierAnswers answers sent before the application was reopened
     * @param answerRounds rounds whose answers' files are visible
     * @param possibleSteps addresses of the citizen's available steps, e.g. {@code withdrawal}
     * @param recourseGrounds available grounds of recourse
     * @param recourseNotes why the other grounds are not available, and from when
     */
    public record TrackedApplication(
            String number,
            Channel channel,
            String channelLabel,
            Kind kind,
            String subject,
            Status status,
            String statusLabel,
            @Nullable Outcome outcome,
            @Nullable String outcomeLabel,
            @Nullable String unit,
            @Nullable String forwardedTo,
            Instant receivedAt,
            Deadline deadline,
            @Nullable Deadline otherDeadline,
            @Nullable TrackedFee fee,
            @Nullable LocalDate payUntil,
            @Nullable SubmittedReceipt submittedReceipt,
            List<ServiceView> services,
            LocalDate countedFrom,
            List<DerivationDay> derivation,
            List<LimitStory.Change> limitChanges,
            int daysLeft,
            boolean late,
            @Nullable String mainNumber,
            @Nullable String mainStatusLabel,
            @Nullable String answer,
            List<EarlierAnswer> earlierAnswers,
            @JsonIgnore Set<Integer> answerRounds,
            @Nullable Instant closedAt,
            List<TrackingEntry> steps,
            List<MuracaatRegister.RecourseView> recourses,
            List<String> possibleSteps,
            List<MuracaatGround> recourseGrounds,
            List<String> recourseNotes) {}
}
