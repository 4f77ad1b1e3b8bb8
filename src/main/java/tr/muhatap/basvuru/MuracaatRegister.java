package tr.muhatap.basvuru;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tr.muhatap.access.CurrentUser;
import tr.muhatap.deadline.Deadlines;
import tr.muhatap.problem.NotFoundException;
import tr.muhatap.problem.Refusal;
import tr.muhatap.text.Texts;

/** Application service for recourses; every change in one transaction with all listeners of its events. */
@Service
public class MuracaatRegister {

    private final MuracaatRepository repository;
    private final BasvuruRegister register;
    private final RuleSettings rules;
    private final Deadlines deadlines;
    private final CurrentUser currentUser;
    private final Clock clock;

    MuracaatRegister(
            MuracaatRepository repository,
            BasvuruRegister register,
            RuleSettings rules,
            Deadlines deadlines,
            CurrentUser currentUser,
            Clock clock) {
        this.repository = repository;
        this.register = register;
        this.rules = rules;
        this.deadlines = deadlines;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /** See {@link Muracaat#file}. */
    @Transactional
    public void file(String number, MuracaatGround ground, String text, String actor) {
        // Lock, since two concurrent submissions would not see each other
        register.hold(number);
        var earlier = repository.findByNumberOrderById(number);
        var last = earlier.isEmpty() ? null : earlier.get(earlier.size() - 1);
        repository.save(Muracaat.file(
                register.get(number), last, ground, text, rules.recourseDays(), deadlines, actor, clock.instant()));
    }

    /** Why the citizen cannot file a recourse now, by ground; empty values where it is possible. */
    public Map<MuracaatGround, Optional<String>> obstacles(Basvuru basvuru) {
        var filed = of(basvuru.number());
        var last = filed.isEmpty() ? null : filed.get(filed.size() - 1);
        var obstacles = new EnumMap<MuracaatGround, Optional<String>>(MuracaatGround.class);
        for (var ground : MuracaatGround.values()) {
            obstacles.put(
                    ground,
                    Optional.ofNullable(Muracaat.whyNot(basvuru, last, ground, clock.instant()))
                            .map(Refusal::sentence));
        }
        return obstacles;
    }

    /** Saves a draft of the answer to the open recourse. */
    @Transactional
    public void draft(String number, String words) {
        var open = open(number);
        open.draft(words);
        repository.save(open);
    }

    /** See {@link Muracaat#decide}. */
    @Transactional
    public void decide(String number, MuracaatOutcome how) {
        var open = open(number);
        open.decide(how, currentUser.name(), clock.instant());
        repository.save(open);
    }

    /**
     * See {@link Muracaat#passToSecondPlace}.
     *
     * @return from which instant on the second place is late
     */
    @Transactional
    public Instant passToSecondPlace(String number) {
        var open = open(number);
        open.passToSecondPlace(rules.recourseDays(), deadlines, currentUser.name(), clock.instant());
        return repository.save(open).deadline().lateFrom();
    }

    /** Applications with an open recourse that was computed with an older version of the holiday table. */
    List<String> outdated() {
        return repository.findByAnsweredAtIsNullAndCalendarVersionLessThan(deadlines.calendarVersion()).stream()
                .map(Muracaat::number)
                .toList();
    }

    /** See {@link Muracaat#recalculate}. */
    @Transactional
    public boolean recalculate(String number) {
        var open = open(number);
        boolean moved = open.recalculate(deadlines, currentUser.name(), clock.instant());
        repository.save(open);
        return moved;
    }

    List<Muracaat> of(String number) {
        return repository.findByNumberOrderById(number);
    }

    /** Whether a recourse about the application is open. */
    public boolean isOpen(String number) {
        return of(number).stream().anyMatch(Muracaat::isOpen);
    }

    /** Place of the open recourse; null if none is open. */
    @Nullable
    public MuracaatPlace openPlace(String number) {
        return of(number).stream()
                .filter(Muracaat::isOpen)
                .findFirst()
                .map(Muracaat::place)
                .orElse(null);
    }

    private Muracaat open(String number) {
        return repository.findByNumberOrderById(number).stream()
                .filter(Muracaat::isOpen)
                .findFirst()
                .orElseThrow(() ->
                        new NotFoundException(Texts.of("basvuru.muracaat-register.bu-basvuruda-acik-bir-muracaat")));
    }

    /** An application's recourses for display, oldest first; see {@link RecourseView}. */
    public List<RecourseView> views(String number, boolean withDraft) {
        return of(number).stream()
                .map(recourse -> RecourseView.of(recourse, withDraft))
                .toList();
    }

    /** A recourse as forms and the tracking page show it. */
    public record RecourseView(
            MuracaatPlace place,
            String placeLabel,
            MuracaatGround ground,
            String groundLabel,
            String text,
            Instant filedAt,
            java.time.LocalDate lastDay,
            @Nullable MuracaatOutcome outcome,
            @Nullable String outcomeLabel,
            @Nullable String answer,
            @Nullable Instant answeredAt) {

        static RecourseView of(Muracaat muracaat, boolean withDraft) {
            var outcome = muracaat.outcome();
            return new RecourseView(
                    muracaat.place(),
                    muracaat.place().label(),
                    muracaat.ground(),
                    muracaat.ground().label(),
                    muracaat.text(),
                    muracaat.filedAt(),
                    muracaat.deadline().lastDay(),
                    outcome,
                    outcome == null ? null : outcome.label(),
                    withDraft || !muracaat.isOpen() ? muracaat.answer() : null,
                    muracaat.answeredAt());
        }
    }
}
