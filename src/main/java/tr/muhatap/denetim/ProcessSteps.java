package tr.muhatap.denetim;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import tr.muhatap.engine.EngineHistory;
import tr.muhatap.text.Texts;

/** The steps of an application's processes with their durations. */
@Component
class ProcessSteps {

    private final EngineHistory engine;
    private final Clock clock;

    ProcessSteps(EngineHistory engine, Clock clock) {
        this.engine = engine;
        this.clock = clock;
    }

    /** A step in display form. */
    record Row(String name, String since, String until, String lasted, String who) {}

    List<Row> of(String number) {
        return engine.of(number).stream().map(this::row).toList();
    }

    private Row row(EngineHistory.Step step) {
        var until = step.until();
        var end = until == null ? clock.instant() : until;
        String ended = until == null ? Texts.of("denetim.suruyor") : AuditTables.time(until);
        return new Row(
                step.name(),
                AuditTables.time(step.since()),
                step.canceled() ? ended + " (" + Texts.of("denetim.adim-kesildi") + ")" : ended,
                lasted(Duration.between(step.since(), end)),
                Objects.requireNonNullElse(step.assignee(), "—"));
    }

    /** The two largest units of a duration. */
    static String lasted(Duration duration) {
        if (duration.toDays() > 0) {
            return Texts.of("denetim.sure.gun-saat", duration.toDays(), duration.toHoursPart());
        }
        if (duration.toHours() > 0) {
            return Texts.of("denetim.sure.saat-dakika", duration.toHours(), duration.toMinutesPart());
        }
        return duration.toMinutes() > 0
                ? Texts.of("denetim.sure.dakika", duration.toMinutes())
                : Texts.of("denetim.sure.hemen");
    }
}
