package tr.muhatap.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Counts what the doors for programs answered, with what never reached their controllers: broken JSON, other media
 * types.
 */
@Component
class DoorFilter extends OncePerRequestFilter {

    private final DoorEvents events;

    DoorFilter(DoorEvents events) {
        this.events = events;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var kind = kind(request.getMethod(), request.getRequestURI());
        chain.doFilter(request, response);
        if (kind == null) {
            return;
        }
        if (response.getStatus() < HttpStatus.BAD_REQUEST.value()) {
            events.taken(kind);
        } else {
            events.refused(kind);
        }
    }

    static @Nullable DoorKind kind(String method, String path) {
        if (path.startsWith("/api/v1/cagri/")) {
            return DoorKind.CAGRI;
        }
        if (HttpMethod.POST.matches(method) && path.startsWith("/open311/")) {
            return DoorKind.OPEN311;
        }
        return HttpMethod.POST.matches(method) && path.equals("/api/v1/basvurular") ? DoorKind.API : null;
    }
}
