package tr.muhatap.dosya;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tr.muhatap.basvuru.BasvuruView;

/** One request for a step of the staff, where the engine's own interface takes a query, a claim and a completion. */
@RestController
@RequestMapping("/api/v1/basvurular/{number}/adim")
class TaskStepController {

    private final TaskSteps steps;

    TaskStepController(TaskSteps steps) {
        this.steps = steps;
    }

    /**
     * The application as it then is.
     *
     * @param nextStep id of the element at which it waits for the staff; null where it does not
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
