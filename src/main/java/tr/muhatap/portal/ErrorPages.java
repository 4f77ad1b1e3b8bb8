package tr.muhatap.portal;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import tr.muhatap.problem.ErrorWords;
import tr.muhatap.problem.GeoReportErrors;
import tr.muhatap.problem.PagePolicy;
import tr.muhatap.problem.Problems;
import tr.muhatap.text.Texts;

/** Error responses: an HTML page in Turkish for browsers, a problem document for API clients. */
@Controller
class ErrorPages implements ErrorController {

    private static final String SENTENCE = "muhatap.sentence";

    private static final List<String> PROGRAMS =
            List.of("/api/", "/engine-rest", "/camunda/api/", "/actuator", "/v3/", "/demo/clock", "/demo/reset");

    @RequestMapping("/error")
    Object show(HttpServletRequest request, HttpServletResponse response) {
        int status = status(request);
        // If the address itself was rejected, the filters that set security headers did not run
        setIfMissing(response, PagePolicy.HEADER, PagePolicy.CONTENT);
        setIfMissing(response, "X-Content-Type-Options", "nosniff");
        setIfMissing(response, HttpHeaders.CACHE_CONTROL, "no-store");
        if (GeoReportErrors.isAt(request)) {
            var code = HttpStatus.valueOf(status);
            boolean json = GeoReportErrors.wantsJson(request);
            return ResponseEntity.status(code)
                    .contentType(GeoReportErrors.type(json))
                    .body(GeoReportErrors.body(code, List.of(GeoReportErrors.words(code)), json));
        }
        var words = ErrorWords.of(status);
        var unreadable = unreadableHeader(request, status);
        if (!isForPeople(request)) {
            var code = HttpStatus.valueOf(status);
            return ResponseEntity.status(code)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(Problems.of(code, unreadable.orElseGet(() -> toProgram(code))));
        }
        var page = new ModelAndView("error", HttpStatus.valueOf(status));
        page.addObject("baslik", words.title());
        page.addObject(
                "cumle",
                request.getAttribute(SENTENCE) instanceof String said ? said : unreadable.orElse(words.sentence()));
        return page;
    }

    /** API clients get no advice about links. */
    private static String toProgram(HttpStatus status) {
        return switch (status) {
            case BAD_REQUEST, NOT_FOUND, METHOD_NOT_ALLOWED, NOT_ACCEPTABLE, UNSUPPORTED_MEDIA_TYPE ->
                Problems.defaultDetail(status);
            default -> ErrorWords.of(status.value()).sentence();
        };
    }

    /** The header that could not be parsed, if that is a likely cause; otherwise empty. */
    private static Optional<String> unreadableHeader(HttpServletRequest request, int status) {
        if (status != HttpStatus.BAD_REQUEST.value()
                && status != HttpStatus.NOT_ACCEPTABLE.value()
                && status != HttpStatus.UNSUPPORTED_MEDIA_TYPE.value()) {
            return Optional.empty();
        }
        return Stream.of(HttpHeaders.ACCEPT, HttpHeaders.CONTENT_TYPE)
                .filter(name -> !isReadable(request.getHeader(name)))
                .findFirst()
                .map(name -> Texts.of("portal.error-pages.istegin-basligi-okunamadi-application-json", name));
    }

    private static boolean isReadable(@Nullable String types) {
        try {
            MediaType.parseMediaTypes(types);
            return true;
        } catch (InvalidMediaTypeException unreadable) {
            return false;
        }
    }

    private static int status(HttpServletRequest request) {
        if (wasOvertaken(request)) {
            return HttpStatus.CONFLICT.value();
        }
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return status instanceof Integer code && HttpStatus.resolve(code) != null && code >= 400
                ? code
                : HttpStatus.NOT_FOUND.value();
    }

    /** Optimistic locking failure: not a bug, and repeating the request will work. */
    private static boolean wasOvertaken(HttpServletRequest request) {
        var thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable what ? what : null;
        while (thrown != null && !(thrown instanceof ConcurrencyFailureException)) {
            thrown = thrown.getCause();
        }
        return thrown != null;
    }

    private static boolean isForPeople(HttpServletRequest request) {
        Object asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String path = asked == null
                ? ""
                : asked.toString().substring(request.getContextPath().length());
        @Nullable String accept = request.getHeader(HttpHeaders.ACCEPT);
        boolean takesPages =
                accept == null || accept.contains(MediaType.TEXT_HTML_VALUE) || accept.contains(MediaType.ALL_VALUE);
        return takesPages && PROGRAMS.stream().noneMatch(path::startsWith);
    }

    private static void setIfMissing(HttpServletResponse response, String header, String value) {
        if (!response.containsHeader(header)) {
            response.setHeader(header, value);
        }
    }
}
