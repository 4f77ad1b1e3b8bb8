package tr.muhatap.dosya;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tr.muhatap.basvuru.Answer;
import tr.muhatap.basvuru.Approval;
import tr.muhatap.basvuru.Basvuru;
import tr.muhatap.basvuru.BasvuruAccess;
import tr.muhatap.basvuru.BasvuruRegister;
import tr.muhatap.basvuru.DecisionNote;
import tr.muhatap.basvuru.Intervention;
import tr.muhatap.basvuru.ReviewDecision;
import tr.muhatap.basvuru.StaffTasks;
import tr.muhatap.basvuru.StaffTasks.TaskKind;
import tr.muhatap.basvuru.Status;
import tr.muhatap.basvuru.UnitDecision;
import tr.muhatap.organization.Organization;
import tr.muhatap.problem.InvalidInputException;
import tr.muhatap.problem.NotFoundException;
import tr.muhatap.problem.RuleViolationException;
import tr.muhatap.text.Check;
import tr.muhatap.text.Texts;

/**
 * Takes a staff step as a whole: claims the task for the current user, saves draft and reason, and completes the task
 * with the decision, in one transaction.
 */
@Component
public class TaskSteps {

    private final BasvuruRegister register;
    private final BasvuruAccess access;
    private final StaffTasks tasks;
    private final Organization organization;

    TaskSteps(BasvuruRegister register, BasvuruAccess access, StaffTasks tasks, Organization organization) {
        this.register = register;
        this.access = access;
        this.tasks = tasks;
        this.organization = organization;
    }

    /** The validated request. */
    private record Checked(
            StaffTasks.Decision decision,
            DecisionNote note,
            @Nullable Answer answer) {}

    /**
     * Takes the named open step.
     *
     * @throws NotFoundException if the current user may not see the application
     * @throws AccessDeniedException if the step is not the current user's
     * @throws InvalidInputException naming every faulty field
     * @throws RuleViolationException if the step is not open, another user was faster, or the record refuses it
     */
    @Transactional
    Basvuru take(String number, TaskStepRequest request) {
        var basvuru = register.get(number);
        access.requireReadable(basvuru);
        String element = request.step() == null ? "" : request.step();
        var step = tasks.step(element)
                .orElseThrow(() -> access.mayDecide(basvuru)
                        ? new InvalidInputException(
                                "step", Texts.of("dosya.task-steps.adim-bilinmiyor-modeldeki-kimligi-yazin"))
                        : notTheirs());
        if (!access.mayTake(step, basvuru, register.isRoutedByManager(basvuru))) {
            throw notTheirs();
        }
        var checked = checked(step, request);
        if (step != TaskKind.MUDAHALE && next(basvuru).filter(element::equals).isEmpty()) {
            throw notOpen(step, basvuru);
        }
        var answer = checked.answer();
        if (answer != null) {
            register.saveDraft(basvuru.number(), () -> answer, request.ifMatch(), access::requireDrafting);
        }
        if (checked.note().text() != null || checked.note().target() != null) {
            note(basvuru.number(), checked.note());
        }
        if (!tasks.complete(basvuru.number(), element, checked.decision())) {
            throw notOpen(step, basvuru);
        }
        return register.get(basvuru.number());
    }

    /**
     * As {@link #take(String, TaskStepRequest)}, from form fields named as in the API, those of the answer with prefix
     * {@code answer.}.
     *
     * @return the application's status afterwards
     */
    @Transactional
    public Status take(String number, Map<String, String> fields) {
        return take(number, TaskStepRequest.of(fields)).status();
    }

    /** The user task at which the application waits for the current user; empty if there is none. */
    public Optional<String> waitsForCurrentUser(String number) {
        var basvuru = register.get(number);
        return next(basvuru)
                .filter(element -> tasks.step(element)
                        .filter(step -> access.mayTake(step, basvuru, register.isRoutedByManager(basvuru)))
                        .isPresent());
    }

    /** The user task at which the application waits after a step. */
    Optional<String> next(Basvuru basvuru) {
        return tasks.element(basvuru.status());
    }

    /**
     * Saves the facts that accompany a decision. A main application has to be readable by the current user; otherwise
     * it is treated as not existing.
     */
    void note(String number, DecisionNote checked) {
        String target = checked.target();
        if (checked.isDuplicate()
                && target != null
                && register.find(target).filter(access::mayRead).isEmpty()) {
            throw new InvalidInputException("target", Texts.of("dosya.task-steps.bu-numarayla-bir-basvuru-yok"));
        }
        register.noteDecision(number, checked);
    }

    private Checked checked(TaskKind step, TaskStepRequest request) {
        var check = new Check();
        String value = value(check, step, request.decision());
        String unit = step == TaskKind.SEVK ? routedTo(check, request) : request.unit();
        boolean routes = step == TaskKind.SEVK || Intervention.SEVK.name().equals(value);
        if (routes) {
            check.require(
                    unit != null && organization.openUnit(unit).isPresent(),
                    "unit",
                    Texts.of("dosya.task-steps.sevk-edilecek-birimi-secin"));
        } else {
            check.require(unit == null, "unit", Texts.of("dosya.task-steps.birim-yalnizca-sevkte-yazilir"));
        }
        String topic = request.topic();
        if (step == TaskKind.INCELEME) {
            check.require(
                    topic == null || organization.openTopic(topic).isPresent(),
                    "topic",
                    Texts.of("dosya.task-steps.kodlu-bir-konu-yok", topic));
        } else {
            check.require(topic == null, "topic", Texts.of("dosya.task-steps.konu-yalnizca-on-incelemede-yazilir"));
        }
        var note = new DecisionNote(request.reason(), value, request.target()).checked(check, "reason");
        Answer answer = null;
        if (request.answer() != null) {
            check.require(
                    step == TaskKind.CEVAP,
                    "answer",
                    Texts.of("dosya.task-steps.cevap-yalnizca-cevap-hazirlanirken-yazilir"));
            answer = request.answer().checked(check, "answer.");
        }
        check.done();
        return new Checked(new StaffTasks.Decision(value, unit, topic), note, answer);
    }

    private static @Nullable String value(Check check, TaskKind step, @Nullable String decision) {
        return switch (step) {
            case INCELEME -> name(check.choice(ReviewDecision.class, "decision", decision));
            case CEVAP -> name(check.choice(UnitDecision.class, "decision", decision));
            case ONAY -> name(check.choice(Approval.class, "decision", decision));
            case MUDAHALE -> name(check.choice(Intervention.class, "decision", decision));
            case SEVK -> null;
        };
    }

    /** The unit of a routing, which may also be given as the decision. */
    private static @Nullable String routedTo(Check check, TaskStepRequest request) {
        String unit = request.unit();
        String decision = request.decision();
        check.require(
                unit == null || decision == null || unit.equals(decision),
                "decision",
                Texts.of("dosya.task-steps.sevkin-karari-birimdir-birimden-baska"));
        return unit == null ? decision : unit;
    }

    private static @Nullable String name(@Nullable Enum<?> decision) {
        return decision == null ? null : decision.name();
    }

    private static RuleViolationException notOpen(TaskKind step, Basvuru basvuru) {
        return new RuleViolationException(
                TaskRefusal.ADIM_ACIK_DEGIL,
                Texts.of(
                        "dosya.ret.adim-acik-degil",
                        step.label(),
                        basvuru.status().label()));
    }

    private static AccessDeniedException notTheirs() {
        return new AccessDeniedException(Texts.of("dosya.task-steps.bu-gorev-size-veya-grubunuza"));
    }
}
