package tr.muhatap.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Adds an upper bound to unbounded list requests of Camunda's web apps: the engine refuses unbounded queries of
 * signed-in users, and Cockpit sends some.
 */
class MaxResultsFilter extends OncePerRequestFilter {

    private static final String BOUND = "maxResults=2000";
    private static final RequestMatcher APPS =
            PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, "/camunda/api/engine/engine/{engine}/**");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String query = request.getQueryString();
        boolean isBounded = query != null && query.contains("maxResults=");
        if (isBounded || !APPS.matches(request)) {
            chain.doFilter(request, response);
            return;
        }
        chain.doFilter(
                new HttpServletRequestWrapper(request) {
                    @Override
                    public String getQueryString() {
                        return query == null ? BOUND : query + "&" + BOUND;
                    }
                },
                response);
    }
}
