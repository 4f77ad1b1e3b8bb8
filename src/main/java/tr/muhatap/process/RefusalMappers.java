package tr.muhatap.process;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.rest.dto.ExceptionDto;
import org.camunda.bpm.engine.rest.impl.CamundaRestResources;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tr.muhatap.problem.FieldError;
import tr.muhatap.problem.InvalidInputException;
import tr.muhatap.problem.NotFoundException;
import tr.muhatap.problem.RuleViolationException;

/**
 * Refusals of the record as Camunda's REST API answers them, for Tasklist's own copy of it and for {@code /engine-rest}: the
 * plain Turkish sentence with the status that our API gives. Without these the answer would be 500.
 */
@Configuration(proxyBeanMethods = false)
class RefusalMappers {

    /** Both copies of the API are built from this one set; it has to be complete before the first of them is. */
    @Bean
    static BeanFactoryPostProcessor refusalMappersInBothApis() {
        return beans -> CamundaRestResources.getConfigurationClasses()
                .addAll(List.of(RuleViolationMapper.class, InvalidInputMapper.class, NotFoundMapper.class));
    }

    @Provider
    public static class RuleViolationMapper implements ExceptionMapper<RuleViolationException> {
        @Override
        public Response toResponse(RuleViolationException refusal) {
            return response(409, refusal, refusal.getMessage());
        }
    }

    @Provider
    public static class InvalidInputMapper implements ExceptionMapper<InvalidInputException> {
        @Override
        public Response toResponse(InvalidInputException refusal) {
            return response(
                    422,
                    refusal,
                    refusal.errors().stream().map(FieldError::message).collect(Collectors.joining(" ")));
        }
    }

    @Provider
    public static class NotFoundMapper implements ExceptionMapper<NotFoundException> {
        @Override
        public Response toResponse(NotFoundException refusal) {
            return response(404, refusal, refusal.getMessage());
        }
    }

    private static Response response(int status, RuntimeException refusal, @Nullable String sentence) {
        var body = new ExceptionDto();
        body.setType(refusal.getClass().getSimpleName());
        body.setMessage(sentence == null ? "" : sentence);
        return Response.status(status)
                .entity(body)
                .type(MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8"))
                .build();
    }
}
