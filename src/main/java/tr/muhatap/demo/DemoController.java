package tr.muhatap.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tr.muhatap.problem.InvalidInputException;
import tr.muhatap.text.Texts;

/** REST endpoints that move the demonstration's time and reset it. */
@RestController
@RequestMapping("/demo")
@Profile("demo")
class DemoController {

    /** A longer jump would leave the holiday table sooner than expected. */
    private static final Duration LONGEST_ADVANCE = Duration.ofDays(400);

    private final DemoClock clock;
    private final DemoReset reset;
    private final DemoProgress progress;

    DemoController(DemoClock clock, DemoReset reset, DemoProgress progress) {
        this.clock = clock;
        this.reset = reset;
        this.progress = progress;
    }

    @PostMapping("/clock")
    Now advance(@RequestBody Advance request) {
        return new Now(clock.advance(request.duration()));
    }

    @PostMapping("/reset")
    Now reset() {
        return new Now(reset.reset());
    }

    /** Progress of a reset; answered immediately. */
    @GetMapping("/reset")
    DemoProgress.State progress() {
        return progress.state();
    }

    record Now(Instant now) {}

    /**
     * @param advance ISO 8601 duration of days and time, e.g. {@code P11D} or {@code PT0S}; not negative
     */
    record Advance(@Nullable String advance) {

        /** Parses user input: {@code 7} means seven days. */
        static Advance typed(String words) {
            String typed = words.strip();
            return new Advance(typed.matches("[0-9]{1,9}") ? "P" + typed + "D" : typed.toUpperCase(Locale.ROOT));
        }

        Duration duration() {
            if (advance == null) {
                throw new InvalidInputException(
                        "advance", Texts.of("demo.demo-controller.ne-kadar-ilerlenecegi-zorunludur-ornegin"));
            }
            Duration parsed;
            try {
                parsed = Duration.parse(advance);
            } catch (DateTimeParseException e) {
                throw new InvalidInputException(
                        "advance", Texts.of("demo.demo-controller.sure-gun-ve-saatle-yazilmalidir"));
            }
            if (parsed.isNegative()) {
                throw new InvalidInputException("advance", Texts.of("demo.demo-controller.zaman-geri-alinamaz"));
            }
            if (parsed.compareTo(LONGEST_ADVANCE) > 0) {
                throw new InvalidInputException(
                        "advance", Texts.of("demo.demo-controller.zaman-bir-kerede-en-cok", LONGEST_ADVANCE.toDays()));
            }
            return parsed;
        }
    }
}
