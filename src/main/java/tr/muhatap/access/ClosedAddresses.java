package tr.muhatap.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Addresses of the engine that nobody may use here, not even its administrator; each looks as if it were not there.
 *
 * <ul>
 *   <li>{@code setup}: makes an administrator of whoever asks while there is none (CVE-2026-77226);
 *   <li>deploying: a model is running code, and comes with the program;
 *   <li>comments, attachments and tasks of one's own: free text that the engine would keep.
 * </ul>
 */
class ClosedAddresses extends OncePerRequestFilter {

    private static final List<String> ENGINE_APIS = List.of("/engine-rest", "/camunda/api/engine/engine/{engine}");

    private static final RequestMatcher CLOSED = closed();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (CLOSED.matches(request)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static RequestMatcher closed() {
        var paths = PathPatternRequestMatcher.withDefaults();
        var all = new java.util.ArrayList<RequestMatcher>();
        all.add(paths.matcher("/camunda/api/admin/setup/**"));
        all.add(paths.matcher("/camunda/app/admin/{engine}/setup/**"));
        for (var api : ENGINE_APIS) {
            for (var engine : List.of("", "/engine/{name}")) {
                all.add(paths.matcher(HttpMethod.POST, api + engine + "/deployment/create"));
                all.add(paths.matcher(HttpMethod.POST, api + engine + "/deployment/{id}/redeploy"));
                all.add(paths.matcher(HttpMethod.POST, api + engine + "/task/create"));
                all.add(paths.matcher(HttpMethod.POST, api + engine + "/task/{id}/comment/create"));
                all.add(paths.matcher(HttpMethod.POST, api + engine + "/task/{id}/attachment/create"));
            }
        }
        return new OrRequestMatcher(all);
    }
}
