package tr.muhatap.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import jakarta.validation.ConstraintViolationException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * Answers every failure of an API address as {@code application/problem+json} in Turkish.
 *
 * <p>Exceptions of pages are passed on to the error pages, with the status of their class, and those of Spring Security
 * always to Spring Security.
 */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler(InvalidInputException.class)
    ResponseEntity<Object> invalidInput(InvalidInputException thrown, WebRequest request) {
        return answer(thrown, Problems.of(HttpStatus.UNPROCESSABLE_ENTITY, thrown.errors()), request);
    }

    @ExceptionHandler(InvalidParameterException.class)
    ResponseEntity<Object> invalidParameter(InvalidParameterException thrown, WebRequest request) {
        return answer(thrown, Problems.of(HttpStatus.BAD_REQUEST, thrown.errors()), request);
    }

    @ExceptionHandler(RuleViolationException.class)
    ResponseEntity<Object> ruleViolation(RuleViolationException thrown, WebRequest request) {
        return answer(thrown, Problems.of(HttpStatus.CONFLICT, thrown.code(), message(thrown)), request);
    }

    @ExceptionHandler(NotFoundException.class)
    ResponseEntity<Object> notFound(NotFoundException thrown, WebRequest request) {
        return answer(thrown, Problems.of(HttpStatus.NOT_FOUND, message(thrown)), request);
    }

    @ExceptionHandler(TooManyRequestsException.class)
    ResponseEntity<Object> tooMany(TooManyRequestsException thrown, WebRequest request) {
        var problem = answer(thrown, thrown.getBody(), request);
        return ResponseEntity.status(problem.getStatusCode())
                .headers(thrown.getHeaders())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem.getBody());
    }

    @ExceptionHandler(MultipartException.class)
    ResponseEntity<Object> unreadableForm(MultipartException thrown, WebRequest request) {
        return answer(
                thrown,
                Problems.of(
                        HttpStatus.BAD_REQUEST,
                        ProblemTexts.of("problem.problem-advice.gonderilen-form-ekleriyle-birlikte-okunamadi")),
                request);
    }

    @ExceptionHandler(ConcurrencyFailureException.class)
    ResponseEntity<Object> changedMeanwhile(ConcurrencyFailureException thrown, WebRequest request) {
        var detail = ProblemTexts.of("problem.problem-advice.kayit-bu-arada-baska-bir");
        return answer(thrown, Problems.of(HttpStatus.CONFLICT, ConcurrencyRefusal.KAYIT_DEGISTI, detail), request);
    }

    @ExceptionHandler(ConstraintViolationException.class)
    ResponseEntity<Object> constraintViolation(ConstraintViolationException thrown, WebRequest request) {
        var errors = thrown.getConstraintViolations().stream()
                .map(violation -> new FieldError(violation.getPropertyPath().toString(), violation.getMessage()))
                .toList();
        return answer(thrown, Problems.of(HttpStatus.UNPROCESSABLE_ENTITY, errors), request);
    }

    /** Rethrows the same exception, so that Spring Security handles it. */
    @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
    ResponseEntity<Object> security(RuntimeException thrown) {
        throw thrown;
    }

    @ExceptionHandler(Exception.class)
    ResponseEntity<Object> unexpected(Exception thrown, WebRequest request) {
        if (DatabaseAway.causes(thrown)) {
            LOG.error("The database is out of reach: {}", thrown.toString());
            var status = HttpStatus.SERVICE_UNAVAILABLE;
            var away = answer(thrown, Problems.of(status, Problems.defaultDetail(status)), request);
            return ResponseEntity.status(status)
                    .headers(away.getHeaders())
                    .header(HttpHeaders.RETRY_AFTER, DatabaseAwayFilter.TRY_AGAIN_AFTER)
                    .body(away.getBody());
        }
        var answer = answer(thrown, Problems.of(HttpStatus.INTERNAL_SERVER_ERROR, Problems.UNEXPECTED), request);
        LOG.error("Unexpected failure at {}", request.getDescription(false), thrown);
        return answer;
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException thrown, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        for (Throwable cause = thrown.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidInputException invalid) {
                return invalidInput(invalid, request);
            }
        }
        return answer(thrown, unreadable(thrown, status), request);
    }

    private static ProblemDetail unreadable(HttpMessageNotReadableException thrown, HttpStatusCode status) {
        if (thrown.getCause() instanceof JsonMappingException mapping) {
            var errors = UnreadableValue.errors(mapping);
            return errors.isEmpty()
                    ? Problems.of(
                            status, ProblemTexts.of("problem.problem-advice.gonderilen-icerik-beklenen-yapida-degil"))
                    : Problems.of(status, errors);
        }
        return thrown.getCause() instanceof JsonProcessingException syntax
                ? Problems.of(status, UnreadableValue.position(syntax))
                : Problems.of(status, ProblemTexts.of("problem.problem-advice.istek-govdesi-bos-ya-da"));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException thrown, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var name = thrown instanceof MethodArgumentTypeMismatchException argument
                ? argument.getName()
                : thrown.getPropertyName();
        var error = new FieldError(name == null ? "" : name, UnreadableValue.message(thrown.getRequiredType()));
        return answer(thrown, Problems.of(status, List.of(error)), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException thrown,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return missing(thrown, thrown.getParameterName(), status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMissingServletRequestPart(
            MissingServletRequestPartException thrown, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return missing(thrown, thrown.getRequestPartName(), status, request);
    }

    private ResponseEntity<Object> missing(Exception thrown, String name, HttpStatusCode status, WebRequest request) {
        var error = new FieldError(name, "Verilmelidir.");
        return answer(thrown, Problems.of(status, List.of(error)), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException thrown, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var unreadable =
                thrown.getFieldErrors().stream().anyMatch(org.springframework.validation.FieldError::isBindingFailure);
        var fields = thrown.getFieldErrors().stream()
                .map(error -> new FieldError(
                        error.getField(),
                        error.isBindingFailure() ? UnreadableValue.message(null) : text(error.getDefaultMessage())));
        var whole = thrown.getGlobalErrors().stream()
                .map(error -> new FieldError(error.getObjectName(), text(error.getDefaultMessage())));
        return answer(
                thrown,
                Problems.of(
                        unreadable ? HttpStatus.BAD_REQUEST : HttpStatus.UNPROCESSABLE_ENTITY,
                        Stream.concat(fields, whole).toList()),
                request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException thrown, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var errors = thrown.getParameterValidationResults().stream()
                .flatMap(result -> result.getResolvableErrors().stream()
                        .map(error -> new FieldError(
                                error instanceof org.springframework.validation.FieldError field
                                        ? field.getField()
                                        : String.valueOf(
                                                result.getMethodParameter().getParameterName()),
                                text(error.getDefaultMessage()))))
                .toList();
        return answer(thrown, Problems.of(status, errors), request);
    }

    /** Other exceptions of Spring MVC: their status is kept, their English text is not. */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception thrown, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var said =
                thrown instanceof org.springframework.web.server.ResponseStatusException own ? own.getReason() : null;
        var problem = Problems.of(status, said == null ? Problems.defaultDetail(status) : said);
        var answer = answer(thrown, problem, request);
        return ResponseEntity.status(status)
                .headers(headers)
                .headers(answer.getHeaders())
                .body(problem);
    }

    private ResponseEntity<Object> answer(Exception thrown, ProblemDetail problem, WebRequest request) {
        if (!isApi(request)) {
            throw Rethrow.unchecked(thrown);
        }
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static boolean isApi(WebRequest request) {
        var path = ((ServletWebRequest) request).getRequest().getRequestURI();
        var root = ((ServletWebRequest) request).getRequest().getContextPath();
        var handler =
                request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
        return path.startsWith(root + "/api/")
                || (handler instanceof HandlerMethod method
                        && (method.hasMethodAnnotation(ResponseBody.class)
                                || AnnotatedElementUtils.hasAnnotation(method.getBeanType(), ResponseBody.class)));
    }

    private static String message(Exception thrown) {
        return text(thrown.getMessage());
    }

    private static String text(@Nullable String message) {
        return message == null ? ProblemTexts.of("problem.problem-advice.deger-gecersiz") : message;
    }

    /** Rethrows a checked exception: an exception handler passes on only the same object silently. */
    private static final class Rethrow {

        @SuppressWarnings("unchecked")
        static <T extends Throwable> RuntimeException unchecked(Throwable thrown) throws T {
            throw (T) thrown;
        }
    }
}
