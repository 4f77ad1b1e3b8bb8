package tr.muhatap.portal;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import tr.muhatap.problem.ErrorWords;
import tr.muhatap.problem.PagePolicy;
import tr.muhatap.problem.Problems;

/** What is answered instead of a page: to people a page of ours in Turkish, to programs a problem. */
@Controller
class ErrorPages implements ErrorController {

    private static final String SENTENCE = "muhatap.sentence";

    private static final List<String> PROGRAMS = List.of(
            "/api/", "/engine-rest", "/camunda/api/", "/actuator", "/v3/", "/open311/", "/demo/clock", "/demo/reset");

    @RequestMapping("/error")
    Object show(HttpServletRequest request, HttpServletResponse response) {
        int status = status(request);
        // The filters that write a page's headers have not been asked where the address itself was refused
        setIfMissing(response, PagePolicy.HEADER, PagePolicy.CONTENT);
        setIfMissing(response, "X-Content-Type-Options", "nosniff");
        setIfMissing(response, HttpHeaders.CACHE_CONTROL, "no-store");
        if (!isForPeople(request)) {
            var code = HttpStatus.valueOf(status);
            return ResponseEntity.status(code)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(Problems.of(code, ErrorWords.of(status).sentence()));
        }
        var words = ErrorWords.of(status);
        var page = new ModelAndView("error", HttpStatus.valueOf(status));
        page.addObject("baslik", words.title());
        page.addObject("cumle", request.getAttribute(SENTENCE) instanceof String said ? said : words.sentence());
        return page;
    }

    private static int status(HttpServletRequest request) {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return status instanceof Integer code && HttpStatus.resolve(code) != null && code >= 400
                ? code
                : HttpStatus.NOT_FOUND.value();
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
