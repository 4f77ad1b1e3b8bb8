package tr.muhatap.engine;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.rest.dto.ExceptionDto;
import org.camunda.bpm.engine.rest.exception.ExceptionHandler;
import org.camunda.bpm.engine.rest.exception.JsonMappingExceptionHandler;
import org.camunda.bpm.engine.rest.exception.JsonParseExceptionHandler;
import org.camunda.bpm.engine.rest.exception.ProcessEngineExceptionHandler;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.camunda.bpm.engine.rest.exception.RestExceptionHandler;
import org.camunda.bpm.engine.rest.impl.CamundaRestResources;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.AccessDeniedException;
import tr.muhatap.problem.FieldError;
import tr.muhatap.problem.InvalidInputException;
import tr.muhatap.problem.RuleViolationException;

/**
 * Refusals as Camunda's REST API answers them, for Tasklist's own copy of it and for {@code /engine-rest}: one Turkish sentence
 * with the status that our API gives. Of the record's refusals it is their own; the engine's would be English, many with
 * status 500.
 */
@Configuration(proxyBeanMethods = false)
class RefusalMappers {

    private static final int BEFORE_JACKSONS = 1;

    private static final Logger LOG = LoggerFactory.getLogger(RefusalMappers.class);

    /** Both copies of the API are built from this one set; it has to be complete before the first of them is. */
    @Bean
    static BeanFactoryPostProcessor refusalMappersInBothApis() {
        return beans -> {
            var classes = CamundaRestResources.getConfigurationClasses();
            classes.removeAll(List.of(
                    ExceptionHandler.class,
                    RestExceptionHandler.class,
                    ProcessEngineExceptionHandler.class,
                    JsonMappingExceptionHandler.class,
                    JsonParseExceptionHandler.class));
            classes.add(RefusalMapper.class);
            // Jackson brings mappers of its own for these, in English
            classes.add(UnmappableJson.class);
            classes.add(UnparsableJson.class);
        };
    }

    /** A status with the sentence that a person reads. */
    private record Refusal(int status, String sentence) {}

    @Provider
    public static class RefusalMapper implements ExceptionMapper<Throwable> {

        @Override
        public Response toResponse(Throwable failure) {
            var refusal = Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                    .limit(20)
                    .flatMap(cause -> known(cause).stream())
                    .findFirst()
                    .orElseGet(() -> byStatus(failure));
            if (refusal.status() >= 500) {
                LOG.error("The engine's API failed", failure);
            }
            var body = new ExceptionDto();
            body.setType(failure.getClass().getSimpleName());
            body.setMessage(refusal.sentence());
            return Response.status(refusal.status())
                    .entity(body)
                    .type(MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8"))
                    .build();
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

    private static Optional<Refusal> known(Throwable cause) {
        return Optional.ofNullable(ofRecord(cause)).or(() -> Optional.ofNullable(ofEngine(cause)));
    }

    private static @Nullable Refusal ofRecord(Throwable cause) {
        if (cause instanceof RuleViolationException) {
            return new Refusal(409, sentence(cause));
        }
        if (cause instanceof InvalidInputException input) {
            return new Refusal(
                    422, input.errors().stream().map(FieldError::message).collect(Collectors.joining(" ")));
        }
        if (cause instanceof tr.muhatap.problem.NotFoundException) {
            return new Refusal(404, sentence(cause));
        }
        return cause instanceof AccessDeniedException ? new Refusal(403, sentence(cause)) : null;
    }

    private static @Nullable Refusal ofEngine(Throwable cause) {
        if (cause instanceof TaskAlreadyClaimedException taken) {
            return new Refusal(409, "Bu görevi “" + taken.getTaskAssignee() + "” üstlenmiş.");
        }
        if (cause instanceof AuthorizationException) {
            return new Refusal(403, "Bu işlem için yetkiniz yok.");
        }
        if (cause instanceof OptimisticLockingException) {
            return new Refusal(
                    409, "Başvuru bu sırada başka biri tarafından değiştirildi. Sayfayı yenileyip yeniden deneyin.");
        }
        if (cause instanceof NotFoundException || cause instanceof NullValueException) {
            return new Refusal(404, "Aranan iş ya da kayıt bulunamadı; bu arada tamamlanmış olabilir.");
        }
        if (cause instanceof BadUserRequestException) {
            boolean isExpression =
                    sentence(cause).contains("xpression") || sentence(cause).contains("ifade");
            return new Refusal(400, isExpression ? "Sorgularda bu ifade kullanılamaz." : "İstek geçersiz.");
        }
        return cause instanceof JsonProcessingException
                ? new Refusal(400, "İstek okunamadı: gönderilen JSON geçersiz.")
                : null;
    }

    /** The engine's API stumbles over a body or a value that lacks instead of refusing it. */
    private static boolean isOfRequest(Throwable failure) {
        var where = failure.getStackTrace();
        return (failure instanceof NullPointerException || failure instanceof IllegalArgumentException)
                && where.length > 0
                && where[0].getClassName().startsWith("org.camunda.bpm.engine.rest.");
    }

    /** What the engine's API itself says of a failure; of a wrong parameter also its words, which a programmer needs. */
    private static Refusal byStatus(Throwable failure) {
        int status = failure instanceof RestException rest
                ? rest.getStatus().getStatusCode()
                : failure instanceof WebApplicationException web
                        ? web.getResponse().getStatus()
                        : isOfRequest(failure) ? 400 : 500;
        return new Refusal(
                status,
                switch (status) {
                    case 400 ->
                        failure instanceof RestException ? "İstek geçersiz: " + sentence(failure) : "İstek geçersiz.";
                    case 403 -> "Bu işlem için yetkiniz yok.";
                    case 404 -> "Aranan iş ya da kayıt bulunamadı; bu arada tamamlanmış olabilir.";
                    case 405 -> "Bu adres bu yöntemi (HTTP) desteklemiyor.";
                    case 415 -> "Bu adres gönderilen biçimi okuyamaz; application/json gönderin.";
                    default ->
                        status >= 500
                                ? "Beklenmeyen bir hata oluştu. Biraz sonra yeniden deneyin; sürerse sistem yöneticisine bildirin."
                                : "İstek yerine getirilemedi.";
                });
    }

    private static String sentence(Throwable failure) {
        return failure.getMessage() == null ? "" : failure.getMessage();
    }
}
