package tr.muhatap.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import jakarta.ws.rs.WebApplicationException;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.glassfish.jersey.server.ParamException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.TransactionException;
import tr.muhatap.problem.DatabaseAway;
import tr.muhatap.problem.FieldError;
import tr.muhatap.problem.InvalidInputException;
import tr.muhatap.problem.Problems;
import tr.muhatap.problem.RefusalCode;
import tr.muhatap.problem.RuleViolationException;
import tr.muhatap.problem.TooManyRequestsException;
import tr.muhatap.text.Texts;

/**
 * Maps a failure behind the engine's HTTP interfaces to an HTTP response. The engine validates little: a value of the
 * wrong type causes a null pointer, a class cast or a database error. A failure in the engine's own code is attributed
 * to the request; a failure in our code or in the server is not.
 *
 * @param status the HTTP status
 * @param sentence message for users, in Turkish
 * @param retryAfterSeconds value of Retry-After; 0 for none
 * @param code of the violated rule; null if none
 * @param errors faulty fields of the input, otherwise empty
 */
record EngineRefusal(
        int status,
        String sentence,
        long retryAfterSeconds,
        @Nullable RefusalCode code,
        List<FieldError> errors) {

    private static final Logger LOG = LoggerFactory.getLogger(EngineRefusal.class);

    private static final String UNEXPECTED = Problems.defaultDetail(HttpStatus.INTERNAL_SERVER_ERROR);
    private static final String NOT_FOUND = Texts.of("engine.engine-refusal.aranan-gorev-veya-kayit-bulunamadi");
    private static final String FORBIDDEN = Problems.defaultDetail(HttpStatus.FORBIDDEN);
    private static final String INVALID = Texts.of("engine.engine-refusal.istek-gecersiz");

    private static final int DEEPEST_CAUSE = 20;

    /** SQLSTATE class 22: data exception; H2 has a state of its own for a negative limit. */
    private static final Pattern DATA = Pattern.compile("22...|90008");

    /** SQLSTATE class 23: integrity constraint violation. */
    private static final String CONSTRAINT = "23";

    /** SQLSTATE class 42: among others an undefined table. */
    private static final String SYNTAX = "42";

    /** CMMN is disabled in the engine, but its queries refer to tables that were never created. */
    private static final Pattern CASES = Pattern.compile("(?i)act_(re|ru|hi)_case");

    /** Extracts the name of a refused parameter from the engine's message. */
    private static final Pattern PARAMETER =
            Pattern.compile("(?:query parameter|parameter|property) '([A-Za-z][A-Za-z0-9]{0,63})'");

    private EngineRefusal(int status, String sentence) {
        this(status, sentence, 0, null, List.of());
    }

    private EngineRefusal with(RefusalCode rule) {
        return new EngineRefusal(status, sentence, retryAfterSeconds, rule, errors);
    }

    static EngineRefusal of(Throwable failure) {
        var causes = Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(DEEPEST_CAUSE)
                .toList();
        return causes.stream()
                .flatMap(cause -> known(cause).stream())
                .findFirst()
                .orElseGet(() -> unknown(failure, causes));
    }

    private static Optional<EngineRefusal> known(Throwable cause) {
        return Optional.ofNullable(ofRecord(cause))
                .or(() -> Optional.ofNullable(ofDatabase(cause)))
                .or(() -> Optional.ofNullable(ofJson(cause)))
                .or(() -> Optional.ofNullable(ofEngine(cause)));
    }

    private static @Nullable EngineRefusal ofRecord(Throwable cause) {
        if (cause instanceof RuleViolationException rule) {
            return new EngineRefusal(409, sentence(cause)).with(rule.code());
        }
        if (cause instanceof InvalidInputException input) {
            String sentences = input.errors().stream().map(FieldError::message).collect(Collectors.joining(" "));
            return new EngineRefusal(422, sentences, 0, null, input.errors());
        }
        if (cause instanceof tr.muhatap.problem.NotFoundException) {
            return new EngineRefusal(404, sentence(cause));
        }
        if (cause instanceof TooManyRequestsException wait) {
            return new EngineRefusal(429, wait.sentence(), wait.seconds(), null, List.of());
        }
        return cause instanceof AccessDeniedException ? new EngineRefusal(403, sentence(cause)) : null;
    }

    private static @Nullable EngineRefusal ofDatabase(Throwable cause) {
        if (DatabaseAway.causes(cause)) {
            return new EngineRefusal(503, Problems.defaultDetail(HttpStatus.SERVICE_UNAVAILABLE), 10, null, List.of());
        }
        String state = cause instanceof SQLException sql ? Objects.toString(sql.getSQLState(), "") : "";
        if (DATA.matcher(state).matches()) {
            return new EngineRefusal(400, Texts.of("engine.engine-refusal.gonderilen-degerlerden-biri-cok-uzun"));
        }
        if (state.startsWith(SYNTAX) && CASES.matcher(sentence(cause)).find()) {
            return new EngineRefusal(400, Texts.of("engine.engine-refusal.istek-gecersiz-cmmn-vakalari-kullanilmiyor"));
        }
        return state.startsWith(CONSTRAINT)
                ? new EngineRefusal(409, Texts.of("engine.engine-refusal.bu-kayit-zaten-var-veya"))
                        .with(EngineRefusalCode.KAYIT_VAR_YA_DA_BAGLI)
                : null;
    }

    private static @Nullable EngineRefusal ofJson(Throwable cause) {
        if (cause instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            var name = mapping.getPath().stream()
                    .map(JsonMappingException.Reference::getFieldName)
                    .filter(Objects::nonNull)
                    .filter(field -> field.matches("[A-Za-z][A-Za-z0-9_]{0,63}"))
                    .collect(Collectors.joining("."));
            return new EngineRefusal(
                    400,
                    name.isEmpty()
                            ? Problems.defaultDetail(HttpStatus.BAD_REQUEST)
                            : Texts.of("engine.engine-refusal.istek-okunamadi", name));
        }
        return cause instanceof JsonProcessingException
                ? new EngineRefusal(400, Texts.of("engine.engine-refusal.istek-okunamadi-gonderilen-json-gecersiz"))
                : null;
    }

    private static @Nullable EngineRefusal ofEngine(Throwable cause) {
        if (cause instanceof TaskAlreadyClaimedException taken) {
            return new EngineRefusal(
                            409, Texts.of("engine.engine-refusal.bu-gorevi-ustlenmis", taken.getTaskAssignee()))
                    .with(EngineRefusalCode.IS_USTLENILMIS);
        }
        if (cause instanceof AuthorizationException) {
            return new EngineRefusal(403, FORBIDDEN);
        }
        if (cause instanceof OptimisticLockingException) {
            return new EngineRefusal(409, Texts.of("engine.engine-refusal.basvuru-bu-sirada-baska-bir"))
                    .with(EngineRefusalCode.BASVURU_DEGISTI);
        }
        if (cause instanceof NotFoundException || cause instanceof NullValueException) {
            return new EngineRefusal(404, NOT_FOUND);
        }
        if (cause instanceof BadUserRequestException) {
            boolean isExpression =
                    sentence(cause).contains("xpression") || sentence(cause).contains("ifade");
            return new EngineRefusal(
                    400, isExpression ? Texts.of("engine.engine-refusal.sorgularda-bu-ifade-kullanilamaz") : INVALID);
        }
        return cause instanceof ParamException parameter && !(cause instanceof ParamException.PathParamException)
                ? new EngineRefusal(400, ofParameter(parameter.getParameterName()))
                : null;
    }

    /** Uses the status of the engine's own API; for a server error, the origin of the exception decides. */
    private static EngineRefusal unknown(Throwable failure, List<Throwable> causes) {
        int said = failure instanceof RestException rest
                ? rest.getStatus().getStatusCode()
                : failure instanceof WebApplicationException web
                        ? web.getResponse().getStatus()
                        : 500;
        int status = said;
        if (said >= 500 && isOfRequest(causes)) {
            status = 400;
            var stumble = causes.get(causes.size() - 1);
            // Without its message, which contains the input
            LOG.warn(
                    "The engine's API stumbled over a request: {} at {}",
                    stumble.getClass().getName(),
                    stumble.getStackTrace()[0]);
        }
        var refusal = new EngineRefusal(
                status,
                switch (status) {
                    case 400 -> {
                        if (sentence(failure).contains("authenticated user password")) {
                            yield Texts.of("engine.engine-refusal.mevcut-parola-yanlis");
                        }
                        var parameter = PARAMETER.matcher(sentence(failure));
                        yield parameter.find() ? ofParameter(parameter.group(1)) : INVALID;
                    }
                    case 404 -> NOT_FOUND;
                    case 503 -> UNEXPECTED;
                    default -> Problems.defaultDetail(HttpStatusCode.valueOf(status));
                });
        return status == 409 ? refusal.with(EngineRefusalCode.ISTEK_YERINE_GETIRILEMEDI) : refusal;
    }

    private static String ofParameter(String name) {
        return Texts.of("engine.engine-refusal.istek-gecersiz-icin-bu-deger", name);
    }

    private static boolean isOfRequest(List<Throwable> causes) {
        return causes.stream().noneMatch(EngineRefusal::isOfServer) && isOutsideOurCode(causes.get(causes.size() - 1));
    }

    private static boolean isOfServer(Throwable cause) {
        return cause instanceof SQLException
                || cause instanceof DataAccessException
                || cause instanceof TransactionException
                || cause instanceof LinkageError
                || cause instanceof VirtualMachineError && !(cause instanceof StackOverflowError);
    }

    /** Whether the innermost frame outside the JDK and libraries is the engine's, or only Jersey was reached. */
    private static boolean isOutsideOurCode(Throwable cause) {
        for (var frame : cause.getStackTrace()) {
            String place = frame.getClassName();
            if (place.startsWith("org.camunda.") || place.startsWith("org.glassfish.jersey.")) {
                return true;
            }
            if (place.startsWith("tr.muhatap.")) {
                return false;
            }
        }
        return false;
    }

    private static String sentence(Throwable failure) {
        return failure.getMessage() == null ? "" : failure.getMessage();
    }
}
