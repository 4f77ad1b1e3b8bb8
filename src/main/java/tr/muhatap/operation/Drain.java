package tr.muhatap.operation;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * A node that is asked to stop is not ready any more from that moment on, and goes on answering while the proxy may
 * take to notice: {@code muhatap.operation.drain}, a duration, none unless set. Without it, who connects in the last
 * moment gets no answer.
 */
@Component
class Drain implements SmartLifecycle {

    private final Duration time;
    private volatile boolean running;

    Drain(@Value("${muhatap.operation.drain:0s}") Duration time) {
        this.time = time;
    }

    @Override
    public void start() {
        running = true;
    }

    /** Readiness is taken back before; the web server ends in a later phase. */
    @Override
    public void stop() {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
