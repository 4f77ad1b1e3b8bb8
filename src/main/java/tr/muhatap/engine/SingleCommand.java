package tr.muhatap.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Runs several calls of the engine's services as one command, so that all their changes are flushed together.
 * Authorization and validation are unaffected.
 */
@Component
public class SingleCommand {

    /** Resolved lazily: the engine is built with beans that depend on this one. */
    private final ObjectProvider<ProcessEngineConfigurationImpl> engine;

    SingleCommand(ObjectProvider<ProcessEngineConfigurationImpl> engine) {
        this.engine = engine;
    }

    public void run(Runnable calls) {
        get(() -> {
            calls.run();
            return true;
        });
    }

    public <T> T get(Supplier<T> calls) {
        return engine.getObject().getCommandExecutorTxRequired().execute(context -> calls.get());
    }
}
