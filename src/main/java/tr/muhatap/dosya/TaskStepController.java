package tr.muhatap.dosya;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tr.muhatap.basvuru.BasvuruView;

/** REST endpoint that takes a staff step in one request, instead of the engine's query, claim and completion. */
@RestController
@RequestMapping("/api/v1/basvurular/{number}/adim")
class TaskStepController {

    private final TaskSteps steps;

    TaskStepController(TaskSteps steps) {
        this.steps = steps;
    }

    /**
     * The application after the step.
     *
     * @param nextStep id of the next user task; null if there is none
     */
    record Taken(
            @JsonUnwrapped BasvuruView application,
            @Nullable String nextStep) {}

    @PostMapping
    Taken take(@PathVariable String number, @RequestBody TaskStepRequest request) {
        var basvuru = steps.take(number, request);
        return new Taken(BasvuruView.of(basvuru), steps.next(basvuru).orElse(null));
    }
}
