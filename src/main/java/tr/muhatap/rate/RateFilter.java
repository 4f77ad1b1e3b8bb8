package tr.muhatap.rate;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tr.muhatap.problem.GeoReportErrors;
import tr.muhatap.problem.TooManyRequestsException;

/**
 * Rate limit for endpoints without sign-in: application form, tracking and everything that number and code allow.
 * Authenticated users are exempt; requests with credentials are handled after authentication, see {@link
 * RateFilterBehindSignIn}.
 */
@Component
@Order(RateFilter.BEFORE_FORMS_ARE_READ)
class RateFilter extends OncePerRequestFilter {

    static final int BEFORE_FORMS_ARE_READ = -102;

    private final RateLimits limits;
    private final ObjectMapper json;

    RateFilter(RateLimits limits, ObjectMapper json) {
        this.limits = limits;
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !isCounted(request) || (isKnown(request) && !isFormForOpen311(request));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String address = request.getRemoteAddr();
        var wait = isReading(path(request))
                ? (isFormForOpen311(request) ? limits.secret(address) : Optional.<Duration>empty())
                        .or(() -> limits.reading(address))
                : isTracking(path(request))
                        ? limits.guess(address).or(() -> limits.request(address))
                        : limits.request(address);
        if (wait.isEmpty()) {
            chain.doFilter(request, response);
        } else if (path(request).equals("/basvuru")) {
            // The page handles the limit itself, so that the user's input is kept
            request.setAttribute(RateLimits.EXCEEDED, new TooManyRequestsException(wait.get()));
            chain.doFilter(request, response);
        } else {
            refuse(request, response, new TooManyRequestsException(wait.get()));
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, TooManyRequestsException tooMany)
            throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(tooMany.seconds()));
        if (GeoReportErrors.isAt(request)) {
            GeoReportErrors.write(request, response, tooMany.getStatusCode());
            return;
        }
        if (!path(request).startsWith("/api/")) {
            response.sendError(tooMany.getStatusCode().value());
            return;
        }
        response.setStatus(tooMany.getStatusCode().value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().write(json.writeValueAsString(tooMany.getBody()));
    }

    /** Displaying a form is not counted. */
    static boolean isCounted(HttpServletRequest request) {
        String path = path(request);
        boolean posts = HttpMethod.POST.matches(request.getMethod());
        return path.startsWith("/api/v1/takip")
                || isReceipt(request)
                || isReading(path)
                || isInquiry(request)
                || (posts && (path.equals("/basvuru") || isTracking(path)));
    }

    /** Verification of a receipt; displaying its form is not counted. */
    private static boolean isReceipt(HttpServletRequest request) {
        return path(request).equals("/api/v1/makbuz")
                || (path(request).equals("/makbuz") && request.getQueryString() != null);
    }

    /** A link with questions is a secret that somebody might try to guess by opening it. */
    private static boolean isInquiry(HttpServletRequest request) {
        return path(request).equals("/takip/soru") && request.getQueryString() != null;
    }

    /** Published figures, and Open311, which counts its API keys itself. */
    private static boolean isReading(String path) {
        return path.equals("/acik-veri")
                || path.startsWith("/acik-veri/")
                || path.equals("/seffaflik")
                || GeoReportErrors.isAt(path);
    }

    /**
     * A form with files: its API key is known only once it is read, so that whoever brought too many wrong ones is
     * refused before.
     */
    private static boolean isFormForOpen311(HttpServletRequest request) {
        String type = request.getContentType();
        return GeoReportErrors.isAt(path(request))
                && type != null
                && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    private static boolean isTracking(String path) {
        return path.equals("/takip") || path.startsWith("/takip/") || path.startsWith("/api/v1/takip");
    }

    static boolean bringsCredentials(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.AUTHORIZATION) != null;
    }

    private static boolean isKnown(HttpServletRequest request) {
        var session = request.getSession(false);
        return bringsCredentials(request)
                || (session != null
                        && session.getAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME) != null);
    }

    private static String path(HttpServletRequest request) {
        return request.getServletPath();
    }
}
