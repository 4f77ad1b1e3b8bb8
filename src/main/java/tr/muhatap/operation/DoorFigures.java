package tr.muhatap.operation;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tr.muhatap.door.DoorState;
import tr.muhatap.door.Doors;

/** How each door stands, counted now and then; the only label is the door. Every node counts the same. */
@Component
class DoorFigures {

    private final Doors doors;
    private final Clock clock;
    private final MultiGauge waiting;
    private final MultiGauge waitingAge;
    private final MultiGauge lastAge;
    private final MultiGauge refused;

    DoorFigures(Doors doors, Clock clock, MeterRegistry registry) {
        this.doors = doors;
        this.clock = clock;
        this.waiting = MultiGauge.builder("muhatap.door.waiting")
                .description(
                        "What came or is to go through a door and waits; of calls, those that ended without an application")
                .register(registry);
        this.waitingAge = MultiGauge.builder("muhatap.door.waiting.age")
                .baseUnit("seconds")
                .description("Age of the oldest that waits at a door")
                .register(registry);
        this.lastAge = MultiGauge.builder("muhatap.door.last.age")
                .baseUnit("seconds")
                .description("How long ago something last passed a door; absent where nothing ever did")
                .register(registry);
        this.refused = MultiGauge.builder("muhatap.door.refused")
                .description("What a door refused, or could not hand over, in the last day")
                .register(registry);
    }

    @Scheduled(fixedDelayString = "${muhatap.operation.figures:PT30S}")
    void count() {
        var states = doors.states();
        gauge(waiting, states, DoorState::waiting);
        gauge(waitingAge, states, state -> age(state.oldestWaiting()));
        gauge(
                lastAge,
                states.stream().filter(state -> state.lastEvent() != null).toList(),
                state -> age(state.lastEvent()));
        gauge(refused, states, DoorState::refused);
    }

    private static void gauge(MultiGauge gauge, List<DoorState> states, ToDoubleFunction<DoorState> value) {
        gauge.register(
                states.stream()
                        .<MultiGauge.Row<?>>map(state ->
                                MultiGauge.Row.of(Tags.of("door", state.kind().name()), value.applyAsDouble(state)))
                        .toList(),
                true);
    }

    private double age(@Nullable Instant since) {
        return since == null
                ? 0
                : Math.max(0, Duration.between(since, clock.instant()).toSeconds());
    }
}
