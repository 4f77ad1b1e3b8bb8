package tr.muhatap.attachment;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.catalina.Globals;
import org.apache.tomcat.util.http.Parameters.FailReason;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/**
 * Parses multipart forms of our pages before the CSRF check, whose token they contain: an oversized form is refused as
 * such, not for a missing token. API clients' files are parsed after authentication, and the engine's endpoints parse
 * theirs themselves.
 */
@Component
@Order(UploadedFormFilter.BEFORE_THE_SIGN_IN)
class UploadedFormFilter extends OncePerRequestFilter {

    static final int BEFORE_THE_SIGN_IN = -101;

    private final UploadMultipartResolver forms;

    UploadedFormFilter(UploadMultipartResolver forms) {
        this.forms = forms;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return !HttpMethod.POST.matches(request.getMethod())
                || path.startsWith("/api/")
                || path.startsWith("/engine-rest/")
                || path.startsWith("/camunda/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (forms.isMultipart(request)) {
            filterMultipart(request, response, chain);
        } else if (isCut(request)) {
            response.sendError(HttpStatus.PAYLOAD_TOO_LARGE.value());
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Whether the server read less of the form than was sent: it then has no parameters and fails silently. */
    private static boolean isCut(HttpServletRequest request) {
        request.getParameterMap();
        return request.getAttribute(Globals.PARAMETER_PARSE_FAILED_REASON_ATTR) == FailReason.POST_TOO_LARGE;
    }

    private void filterMultipart(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        MultipartHttpServletRequest form;
        try {
            form = forms.resolveMultipart(request);
        } catch (MaxUploadSizeExceededException tooLarge) {
            response.sendError(HttpStatus.PAYLOAD_TOO_LARGE.value());
            return;
        } catch (MultipartException unreadable) {
            response.sendError(HttpStatus.BAD_REQUEST.value());
            return;
        }
        try {
            chain.doFilter(form, response);
        } finally {
            forms.cleanupMultipart(form);
        }
    }
}
