package tr.muhatap.engine;

import java.time.Duration;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** The engine's clock, shared by all engines of the JVM. */
public final class EngineTime {

    private EngineTime() {}

    /**
     * Sets the offset of the engine's time from real time.
     *
     * @param offset may be negative; zero is real time
     */
    public static void setOffset(Duration offset) {
        ClockUtil.offset(offset.toMillis());
    }
}
