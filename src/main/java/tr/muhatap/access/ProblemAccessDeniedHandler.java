package tr.muhatap.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import tr.muhatap.problem.GeoReportErrors;
import tr.muhatap.problem.Problems;

/** Answers API clients with 403, or with 401 if they have to sign in first. */
class ProblemAccessDeniedHandler implements AccessDeniedHandler {

    private static final ProblemEntryPoint SIGN_IN_FIRST = new ProblemEntryPoint();

    @Override
    public void handle(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException accessDeniedException)
            throws IOException {
        var who = SecurityContextHolder.getContext().getAuthentication();
        if (who == null || who instanceof AnonymousAuthenticationToken) {
            SIGN_IN_FIRST.commence(
                    request, response, new InsufficientAuthenticationException("Not signed in", accessDeniedException));
            return;
        }
        write(request, response, HttpStatus.FORBIDDEN, Problems.defaultDetail(HttpStatus.FORBIDDEN));
    }

    /** The text is fixed and needs no escaping. */
    static void write(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String detail)
            throws IOException {
        if (GeoReportErrors.isAt(request)) {
            GeoReportErrors.write(request, response, status);
            return;
        }
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter()
                .write("{\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}"
                        .formatted(Problems.of(status, detail).getTitle(), status.value(), detail));
    }
}
