package tr.muhatap.demo;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Progress of generating the demonstration's data, for waiting users. */
@Component
@Profile("demo")
class DemoProgress {

    private static final State IDLE = new State(false, "", 0, 0);

    private volatile State state = IDLE;

    /**
     * The progress to display.
     *
     * @param step in Turkish, empty while nothing runs
     * @param total 0 if unknown
     */
    record State(boolean running, String step, int done, int total) {}

    void begins(String step) {
        state = new State(true, step, 0, 0);
    }

    void reaches(String step, int done, int total) {
        state = new State(true, step, done, total);
    }

    void ends() {
        state = IDLE;
    }

    State state() {
        return state;
    }
}
