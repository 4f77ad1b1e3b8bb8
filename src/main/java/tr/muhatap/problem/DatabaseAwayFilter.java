package tr.muhatap.problem;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers 503 if the database is already unavailable during authentication, before any controller is called. */
@Component
@Order(DatabaseAwayFilter.BEFORE_SESSIONS)
class DatabaseAwayFilter extends OncePerRequestFilter {

    static final int BEFORE_SESSIONS = -104;

    /** Value of Retry-After in seconds. */
    static final String TRY_AGAIN_AFTER = "10";

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseAwayFilter.class);

    private final ObjectMapper json;

    DatabaseAwayFilter(ObjectMapper json) {
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException failure) {
            if (response.isCommitted() || !DatabaseAway.causes(failure)) {
                throw failure;
            }
            LOG.error("The database is out of reach: {}", failure.toString());
            answer(request, response);
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, TRY_AGAIN_AFTER);
        var status = HttpStatus.SERVICE_UNAVAILABLE;
        if (GeoReportErrors.isAt(request)) {
            GeoReportErrors.write(request, response, status);
            return;
        }
        if (String.valueOf(request.getHeader(HttpHeaders.ACCEPT)).contains(MediaType.TEXT_HTML_VALUE)) {
            response.sendError(status.value());
            return;
        }
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().write(json.writeValueAsString(Problems.of(status, Problems.defaultDetail(status))));
    }
}
