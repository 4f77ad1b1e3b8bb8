package tr.muhatap.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import tr.muhatap.text.Texts;

/** Answers unauthenticated API clients with 401. */
class ProblemEntryPoint implements AuthenticationEntryPoint {

    @Override
    public void commence(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException authException)
            throws IOException {
        if (authException instanceof TooManyFailuresException tooMany) {
            tooMany.write(request, response);
            return;
        }
        if (authException instanceof BasicSignInRefusedException) {
            ProblemAccessDeniedHandler.write(
                    request,
                    response,
                    HttpStatus.UNAUTHORIZED,
                    Texts.of("access.problem-entry-point.parolasini-istekle-birlikte-yalnizca-sistemler"));
            return;
        }
        if (!request.getRequestURI().contains("/camunda/") && !isSentByPage(request)) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Muhatap\", charset=\"UTF-8\"");
        }
        ProblemAccessDeniedHandler.write(
                request,
                response,
                HttpStatus.UNAUTHORIZED,
                Texts.of("access.problem-entry-point.kullanici-adi-veya-parola-eksik"));
    }

    /**
     * Whether a page's script sent the request: a Basic challenge would open the browser's password dialog over the
     * user's input and block the script.
     */
    private static boolean isSentByPage(HttpServletRequest request) {
        String mode = request.getHeader("Sec-Fetch-Mode");
        return mode != null && !mode.equals("navigate");
    }
}
