package tr.muhatap.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/**
 * Handles authentication and authorization failures of browser requests: 404 for unknown addresses, a redirect to the
 * sign-in for pages, stored input for forms of an expired session, and 403 for pages of other roles.
 */
class PageFailures implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final ReturnAddresses addresses;
    private final ExpiredFormHandler forms;
    private final ProblemEntryPoint toPrograms = new ProblemEntryPoint();
    private final SignInEntryPoint wayToSignIn = new SignInEntryPoint();

    PageFailures(ReturnAddresses addresses, ExpiredFormHandler forms) {
        this.addresses = addresses;
        this.forms = forms;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException notSignedIn)
            throws IOException, ServletException {
        if (!addresses.isKnown(path(request))) {
            response.sendError(HttpStatus.NOT_FOUND.value());
        } else if (ExpiredFormHandler.isLookUp(request)) {
            if (!HttpMethod.POST.matches(request.getMethod()) || !forms.leadBack(request, response)) {
                forms.leadToSignIn(request, response);
            }
        } else if (isScript(request)) {
            toPrograms.commence(request, response, notSignedIn);
        } else if (!HttpMethod.POST.matches(request.getMethod()) || !forms.leadBack(request, response)) {
            wayToSignIn.commence(request, response, notSignedIn);
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        if (!addresses.isKnown(path(request))) {
            response.sendError(HttpStatus.NOT_FOUND.value());
            return;
        }
        boolean lead = denied instanceof CsrfException
                && HttpMethod.POST.matches(request.getMethod())
                && (ExpiredFormHandler.isLookUp(request) || !isScript(request))
                && forms.leadBack(request, response);
        if (!lead && denied instanceof CsrfException && ExpiredFormHandler.isLookUp(request)) {
            forms.leadToSignIn(request, response);
        } else if (!lead) {
            response.sendError(HttpStatus.FORBIDDEN.value());
        }
    }

    /** Whether a page's script sent the request: it cannot display a sign-in page. */
    private static boolean isScript(HttpServletRequest request) {
        String mode = request.getHeader("Sec-Fetch-Mode");
        return "cors".equals(mode) || "same-origin".equals(mode);
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }
}
