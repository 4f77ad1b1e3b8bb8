package tr.muhatap.engine.tuning;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.jobexecutor.CallerRunsRejectedJobsHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Replaces parts of the engine for speed, after all other configuration. With {@code muhatap.engine.tuning=false}
 * nothing is replaced, so that a test that fails only with tuning points to a replacement that no longer fits the
 * engine.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EngineProperties.class)
class EngineTuning {

    private static final Logger LOG = LoggerFactory.getLogger(EngineTuning.class);

    @Bean
    Plugin engineTuningPlugin(EngineProperties properties, DataSource dataSource) {
        return new Plugin(properties.tuning(), dataSource);
    }

    /** The REST API searches all jars for its engine provider at every request; this caches the result. */
    @Bean
    FilterRegistrationBean<OncePerRequestFilter> cachedServicesOfEngineRest(EngineProperties properties) {
        var registration = new FilterRegistrationBean<OncePerRequestFilter>(new CachedServices());
        registration.setEnabled(properties.tuning());
        registration.addUrlPatterns("/engine-rest/*");
        return registration;
    }

    @Order(Ordered.LOWEST_PRECEDENCE)
    static final class Plugin extends AbstractProcessEnginePlugin {

        private final boolean tuning;
        private final DataSource dataSource;

        Plugin(boolean tuning, DataSource dataSource) {
            this.tuning = tuning;
            this.dataSource = dataSource;
        }

        @Override
        public void preInit(ProcessEngineConfigurationImpl engine) {
            if (!tuning) {
                LOG.info("The engine's own parts are used, without tuning");
                return;
            }
            engine.setHistoryEventHandler(new CachedTaskHistoryEventHandler());
            engine.setResourceAuthorizationProvider(new NewTaskAuthorizationProvider());
            var sessions = new ArrayList<SessionFactory>();
            if (engine.getCustomSessionFactories() != null) {
                sessions.addAll(engine.getCustomSessionFactories());
            }
            sessions.addAll(PrefetchingTaskManager.SESSIONS);
            sessions.add(new SingleQueryAuthorizationManager.Factory(dataSource));
            engine.setCustomSessionFactories(List.copyOf(sessions));
        }

        @Override
        public void postInit(ProcessEngineConfigurationImpl engine) {
            if (!tuning) {
                return;
            }
            BatchedFlush.configure(engine);
            // While the queue is full, the acquiring thread executes due jobs as well. Otherwise it would query again
            // for each free slot, and with ten thousand due jobs a query costs more than a job.
            engine.getJobExecutor().setRejectedJobsHandler(new CallerRunsRejectedJobsHandler());
        }
    }

    private static final class CachedServices extends OncePerRequestFilter {

        private final ClassLoader services = new CachingServiceClassLoader(EngineTuning.class.getClassLoader());

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            var thread = Thread.currentThread();
            var usual = thread.getContextClassLoader();
            thread.setContextClassLoader(services);
            try {
                chain.doFilter(request, response);
            } finally {
                thread.setContextClassLoader(usual);
            }
        }
    }
}
