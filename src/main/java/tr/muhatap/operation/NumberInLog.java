package tr.muhatap.operation;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Adds the application number of the request's address to the logging context. */
@Component
class NumberInLog extends OncePerRequestFilter {

    /** The engine adds its business key under the same name; see the production settings. */
    static final String KEY = "basvuruNo";

    private static final Pattern ADDRESS = Pattern.compile("/api/v1/basvurular/(\\d{4}-\\d{6,})(/.*)?");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var address = ADDRESS.matcher(request.getRequestURI());
        if (!address.matches()) {
            chain.doFilter(request, response);
            return;
        }
        try (var number = MDC.putCloseable(KEY, address.group(1))) {
            chain.doFilter(request, response);
        }
    }
}
