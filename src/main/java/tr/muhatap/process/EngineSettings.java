package tr.muhatap.process;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tr.muhatap.organization.Organization;

/** How the engine runs here; what concerns security stands in {@code access}. */
@Component
class EngineSettings extends AbstractProcessEnginePlugin {

    /** Tasklist asks for this many; an unbounded query of a signed-in user is refused. */
    private static final int LARGEST_QUERY = 2_000;

    private static final String RETRIES = "R5/PT5M";

    private final Organization organization;

    EngineSettings(Organization organization) {
        this.organization = organization;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        var historyLevel = new OfficeHistoryLevel();
        engine.setCustomHistoryLevels(List.of(historyLevel));
        engine.setHistory(historyLevel.getName());
        engine.setCmmnEnabled(false);
        engine.setStandaloneTasksEnabled(false);
        engine.setDeserializationTypeValidationEnabled(true);
        engine.setQueryMaxResultsLimit(LARGEST_QUERY);
        engine.setFailedJobRetryTimeCycle(RETRIES);
        engine.setCustomPostBPMNParseListeners(
                added(engine.getCustomPostBPMNParseListeners(), new TaskLabels(organization)));
        engine.setCustomPreCommandInterceptorsTxRequired(added(
                engine.getCustomPreCommandInterceptorsTxRequired(), (CommandInterceptor) new RefusalInterceptor()));
        engine.setCustomPreCommandInterceptorsTxRequiresNew(added(
                engine.getCustomPreCommandInterceptorsTxRequiresNew(), (CommandInterceptor) new RefusalInterceptor()));
    }

    private static <T> List<T> added(@Nullable List<T> existing, T one) {
        var all = existing == null ? new ArrayList<T>() : new ArrayList<>(existing);
        all.add(one);
        return all;
    }
}
