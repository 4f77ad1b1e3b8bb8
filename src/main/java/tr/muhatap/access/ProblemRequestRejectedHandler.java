package tr.muhatap.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.firewall.HttpStatusRequestRejectedHandler;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.stereotype.Component;
import tr.muhatap.problem.Problems;

/**
 * Answers requests that Spring Security's firewall rejects. An unknown method such as {@code TRACE} would be rejected
 * on the error page as well and get an empty response: its problem is written here.
 */
@Component
class ProblemRequestRejectedHandler implements RequestRejectedHandler {

    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private final RequestRejectedHandler others = new HttpStatusRequestRejectedHandler();

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException refused)
            throws IOException, ServletException {
        if (METHODS.contains(request.getMethod())) {
            others.handle(request, response, refused);
            return;
        }
        response.setHeader(HttpHeaders.ALLOW, String.join(", ", METHODS));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        ProblemAccessDeniedHandler.write(
                request,
                response,
                HttpStatus.METHOD_NOT_ALLOWED,
                Problems.defaultDetail(HttpStatus.METHOD_NOT_ALLOWED));
    }
}
