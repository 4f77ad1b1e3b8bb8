package tr.muhatap.engine;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.databind.JsonMappingException;
import jakarta.annotation.Priority;
import jakarta.servlet.ServletContext;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.admin.impl.web.AdminApplication;
import org.camunda.bpm.cockpit.impl.web.CockpitApplication;
import org.camunda.bpm.engine.rest.exception.ExceptionHandler;
import org.camunda.bpm.engine.rest.exception.JsonMappingExceptionHandler;
import org.camunda.bpm.engine.rest.exception.JsonParseExceptionHandler;
import org.camunda.bpm.engine.rest.exception.ProcessEngineExceptionHandler;
import org.camunda.bpm.engine.rest.exception.RestExceptionHandler;
import org.camunda.bpm.engine.rest.impl.CamundaRestResources;
import org.camunda.bpm.tasklist.impl.web.TasklistApplication;
import org.camunda.bpm.welcome.impl.web.WelcomeApplication;
import org.glassfish.jersey.servlet.ServletContainer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tr.muhatap.problem.Problems;

/**
 * Exception mappers for all of Camunda's HTTP interfaces: a problem with a Turkish message and the same status as in
 * our API. Messages of the record are kept; the engine's own would be English, many with status 500.
 *
 * <p>Replaces the exception mappers in {@code CamundaRestResources} and in the four apps' {@code Application} of
 * Camunda 7.24.0; {@code OddValuesIT} and {@code RefusalOverHttpTest} notice when they change.
 */
@Configuration(proxyBeanMethods = false)
class RefusalMappers {

    private static final int BEFORE_JACKSONS = 1;

    private static final Logger LOG = LoggerFactory.getLogger(RefusalMappers.class);

    private static final List<Class<?>> CAMUNDAS = List.of(
            ExceptionHandler.class,
            RestExceptionHandler.class,
            ProcessEngineExceptionHandler.class,
            JsonMappingExceptionHandler.class,
            JsonParseExceptionHandler.class);

    /** Replaces Jackson's own English mappers for the two kinds of JSON failure. */
    private static final List<Class<?>> OURS = List.of(RefusalMapper.class, UnmappableJson.class, UnparsableJson.class);

    /**
     * Both copies of the engine's API are built from this one set, which has to be complete before the first is built.
     */
    @Bean
    static BeanFactoryPostProcessor refusalMappersOfTheEnginesApi() {
        return beans -> exchange(CamundaRestResources.getConfigurationClasses());
    }

    /** Camunda registers its apps' own APIs only if no servlet of the same name exists. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    static ServletContextInitializer refusalMappersOfTheAppsApis() {
        return context -> {
            register(context, "Cockpit", Cockpit.class);
            register(context, "Admin", Admin.class);
            register(context, "Tasklist", Tasklist.class);
            register(context, "Welcome", Welcome.class);
        };
    }

    private static void register(ServletContext context, String app, Class<? extends Application> api) {
        var servlet = context.addServlet(app + " Api", ServletContainer.class);
        servlet.setInitParameter("jakarta.ws.rs.Application", api.getName());
        servlet.addMapping("/camunda/api/" + app.toLowerCase(java.util.Locale.ROOT) + "/*");
    }

    private static Set<Class<?>> exchange(Set<Class<?>> classes) {
        classes.removeAll(CAMUNDAS);
        classes.addAll(OURS);
        return classes;
    }

    /** Jersey instantiates the APIs by class name. */
    public static final class Cockpit extends CockpitApplication {
        @Override
        public Set<Class<?>> getClasses() {
            return exchange(new HashSet<>(super.getClasses()));
        }
    }

    public static final class Admin extends AdminApplication {
        @Override
        public Set<Class<?>> getClasses() {
            return exchange(new HashSet<>(super.getClasses()));
        }
    }

    public static final class Tasklist extends TasklistApplication {
        @Override
        public Set<Class<?>> getClasses() {
            return exchange(new HashSet<>(super.getClasses()));
        }
    }

    public static final class Welcome extends WelcomeApplication {
        @Override
        public Set<Class<?>> getClasses() {
            return exchange(new HashSet<>(super.getClasses()));
        }
    }

    @Provider
    public static class RefusalMapper implements ExceptionMapper<Throwable> {

        @Override
        public Response toResponse(Throwable failure) {
            var refusal = EngineRefusal.of(failure);
            if (refusal.status() >= 500) {
                LOG.error("The engine's API failed", failure);
            } else {
                LOG.debug("The engine's API refused a request", failure);
            }
            var answer = Response.status(refusal.status())
                    .entity(problem(refusal))
                    .type(MediaType.APPLICATION_PROBLEM_JSON_VALUE + ";charset=UTF-8");
            if (refusal.retryAfterSeconds() > 0) {
                answer.header(HttpHeaders.RETRY_AFTER, refusal.retryAfterSeconds());
            }
            if (failure instanceof WebApplicationException web) {
                web.getResponse().getAllowedMethods().forEach(method -> answer.header(HttpHeaders.ALLOW, method));
            }
            return answer.build();
        }

        /** Programs read {@code detail}, Camunda's apps show {@code message}. */
        private static Map<String, Object> problem(EngineRefusal refusal) {
            var problem = new LinkedHashMap<String, Object>();
            problem.put("type", "about:blank");
            problem.put(
                    "title",
                    Problems.of(HttpStatus.valueOf(refusal.status()), refusal.sentence())
                            .getTitle());
            problem.put("status", refusal.status());
            problem.put("detail", refusal.sentence());
            problem.put("message", refusal.sentence());
            if (refusal.code() != null) {
                problem.put("code", refusal.code().name());
            }
            if (!refusal.errors().isEmpty()) {
                problem.put("errors", refusal.errors());
            }
            return problem;
        }
    }

    @Provider
    @Priority(BEFORE_JACKSONS)
    public static class UnmappableJson implements ExceptionMapper<JsonMappingException> {

        @Override
        public Response toResponse(JsonMappingException failure) {
            return new RefusalMapper().toResponse(failure);
        }
    }

    @Provider
    @Priority(BEFORE_JACKSONS)
    public static class UnparsableJson implements ExceptionMapper<JsonParseException> {

        @Override
        public Response toResponse(JsonParseException failure) {
            return new RefusalMapper().toResponse(failure);
        }
    }
}
