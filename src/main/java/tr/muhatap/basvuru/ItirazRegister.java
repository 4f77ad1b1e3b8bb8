package tr.muhatap.basvuru;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tr.muhatap.access.CurrentUser;
import tr.muhatap.deadline.Deadlines;
import tr.muhatap.problem.NotFoundException;
import tr.muhatap.problem.Refusal;
import tr.muhatap.text.Texts;

/**
 * Application service for objections before the Board; every change in one transaction with all listeners of its
 * events.
 */
@Service
public class ItirazRegister {

    private final ItirazRepository repository;
    private final BasvuruRegister register;
    private final Deadlines deadlines;
    private final CurrentUser currentUser;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ItirazRegister(
            ItirazRepository repository,
            BasvuruRegister register,
            Deadlines deadlines,
            CurrentUser currentUser,
            ApplicationEventPublisher events,
            Clock clock) {
        this.repository = repository;
        this.register = register;
        this.deadlines = deadlines;
        this.currentUser = currentUser;
        this.events = events;
        this.clock = clock;
    }

    /**
     * See {@link Itiraz#file}.
     *
     * @param servedOn the day on which the answer reached the applicant; null: as recorded
     * @param requestedOn the day of the Board's request; null if it has not been received yet
     */
    @Transactional
    public void file(
            String number,
            LocalDate filedOn,
            String boardNumber,
            @Nullable LocalDate servedOn,
            @Nullable LocalDate requestedOn) {
        // Lock, since two concurrent submissions would not see each other
        register.hold(number);
        var basvuru = register.get(number);
        var filed = repository.save(Itiraz.file(
                basvuru,
                of(number),
                new Itiraz.Filing(filedOn, boardNumber, servedOn, requestedOn),
                deadlines,
                currentUser.name(),
                clock.instant()));
        started(filed, basvuru);
    }

    /**
     * See {@link Itiraz#request}.
     *
     * @param boardNumber identifies one of several objections; null: the oldest that waits for it
     */
    @Transactional
    public void request(String number, @Nullable String boardNumber, LocalDate on) {
        var all = of(number);
        Refusal.check(LegalRules.whyNotRequest(all));
        var asked = pick(all, boardNumber, Itiraz::awaitsRequest);
        asked.request(on, deadlines, currentUser.name(), clock.instant());
        started(repository.save(asked), register.get(number));
    }

    private void started(Itiraz itiraz, Basvuru basvuru) {
        if (itiraz.isClockRunning()) {
            events.publishEvent(
                    new BoardClock.Started(itiraz.number(), itiraz.id(), basvuru.topic(), itiraz.lateFrom()));
        }
    }

    /** See {@link Itiraz#answer}; boardNumber as for {@link #request}. */
    @Transactional
    public void answer(String number, @Nullable String boardNumber, LocalDate on) {
        var all = of(number);
        Refusal.check(LegalRules.whyNotAnswerBoard(all));
        var answered = pick(all, boardNumber, Itiraz::awaitsAnswer);
        boolean wasRunning = answered.isClockRunning();
        answered.answer(on, currentUser.name(), clock.instant());
        stopped(repository.save(answered), wasRunning);
    }

    /** The task of answering the Board was completed: answered today. */
    @Transactional
    public void answeredByTask(long objection) {
        change(objection, (itiraz, now) -> itiraz.answer(OfficeDays.dayOf(now), currentUser.name(), now));
    }

    /** See {@link Itiraz#decide}; boardNumber as for {@link #request}. */
    @Transactional
    public void decide(String number, @Nullable String boardNumber, AppealOutcome how) {
        var all = of(number);
        Refusal.check(LegalRules.unlessAppealed(all));
        var decided = pick(all, boardNumber, Itiraz::isUndecided);
        boolean wasRunning = decided.isClockRunning();
        decided.decide(how, currentUser.name(), clock.instant());
        stopped(repository.save(decided), wasRunning);
    }

    private void stopped(Itiraz itiraz, boolean wasRunning) {
        if (wasRunning) {
            events.publishEvent(new BoardClock.Stopped(itiraz.number(), itiraz.id()));
        }
    }

    /**
     * See {@link Itiraz#markLate}.
     *
     * @return the instant of the second level of escalation
     */
    @Transactional
    public Instant markLate(long objection) {
        var itiraz = get(objection);
        itiraz.markLate(deadlines, register.get(itiraz.number()), currentUser.name(), clock.instant());
        return Optional.ofNullable(repository.save(itiraz).secondLimit()).orElseGet(itiraz::lateFrom);
    }

    /** See {@link Itiraz#markSecondLevel}. */
    @Transactional
    public void markSecondLevel(long objection) {
        change(objection, (itiraz, now) -> itiraz.markSecondLevel(currentUser.name(), now));
    }

    /** See {@link Itiraz#urge}. */
    @Transactional
    public void urge(long objection) {
        change(objection, (itiraz, now) -> itiraz.urge(currentUser.name(), now));
    }

    /** Whether the Board has requested an answer that is still due. */
    public boolean isClockRunning(long objection) {
        return repository.findById(objection).filter(Itiraz::isClockRunning).isPresent();
    }

    /** Requests of the Board that are still due, to start missing processes at startup. */
    public List<BoardClock.Started> running() {
        return repository.findByRequestedOnIsNotNullAndAnsweredOnIsNullAndOutcomeIsNull().stream()
                .map(itiraz -> new BoardClock.Started(
                        itiraz.number(),
                        itiraz.id(),
                        register.get(itiraz.number()).topic(),
                        itiraz.lateFrom()))
                .toList();
    }

    /** Legal steps possible now, including those about objections. */
    public List<LegalStep> possibleSteps(Basvuru basvuru, boolean hasJoinedOnes) {
        return register.possibleSteps(basvuru, hasJoinedOnes, of(basvuru.number()));
    }

    /** The office changed its holiday table; returns how many limits moved. */
    @Transactional
    int recalculate() {
        int moved = 0;
        for (var itiraz : repository.findByRequestedOnIsNotNullAndAnsweredOnIsNullAndOutcomeIsNull()) {
            if (itiraz.recalculate(deadlines, register.get(itiraz.number()), currentUser.name(), clock.instant())) {
                repository.save(itiraz);
                events.publishEvent(moved(itiraz));
                moved++;
            }
        }
        return moved;
    }

    private static BoardClock.Moved moved(Itiraz itiraz) {
        return new BoardClock.Moved(
                itiraz.number(), itiraz.id(), itiraz.lateFrom(), itiraz.secondLimit(), itiraz.escalationLevel());
    }

    /** Current limit of an objection's request; empty if none is due. */
    public Optional<BoardClock.Moved> clock(long objection) {
        return repository.findById(objection).filter(Itiraz::isClockRunning).map(ItirazRegister::moved);
    }

    private List<Itiraz> of(String number) {
        return repository.findByNumberOrderById(number);
    }

    private Itiraz get(long objection) {
        return repository.findById(objection).orElseThrow(() -> new NotFoundException(Texts.of("basvuru.itiraz.yok")));
    }

    private void change(long objection, BiConsumer<Itiraz, Instant> step) {
        var itiraz = get(objection);
        step.accept(itiraz, clock.instant());
        repository.save(itiraz);
    }

    private static Itiraz pick(List<Itiraz> all, @Nullable String boardNumber, Predicate<Itiraz> fits) {
        return all.stream()
                .filter(fits)
                .filter(itiraz -> boardNumber == null || itiraz.boardNumber().equals(boardNumber))
                .findFirst()
                .orElseThrow(() -> BasvuruRefusal.ITIRAZ_YOK
                        .because(Texts.of("basvuru.ret.itiraz-yok-sayiyla"))
                        .exception());
    }

    /** An application's objections for display, oldest first. */
    public List<ObjectionView> views(String number) {
        return of(number).stream().map(ObjectionView::of).toList();
    }

    /** An objection as pages show it. */
    public record ObjectionView(
            String boardNumber,
            String subjectLabel,
            LocalDate filedOn,
            @Nullable LocalDate requestedOn,
            @Nullable LocalDate answerUntil,
            @Nullable LocalDate answeredOn,
            @Nullable String outcomeLabel) {

        static ObjectionView of(Itiraz itiraz) {
            var outcome = itiraz.outcome();
            return new ObjectionView(
                    itiraz.boardNumber(),
                    itiraz.subject().label(),
                    itiraz.filedOn(),
                    itiraz.requestedOn(),
                    itiraz.answerUntil(),
                    itiraz.answeredOn(),
                    outcome == null ? null : outcome.label());
        }
    }
}
