package tr.muhatap.engine;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import tr.muhatap.access.CurrentUser;
import tr.muhatap.problem.Problems;
import tr.muhatap.text.Texts;

/**
 * Filters that restrict the engine's HTTP interfaces to {@link EngineOperations}: 400 for a path that is not in
 * canonical form, 404 for an operation that is not listed, also for administrators, and 403 if its callers do not
 * include the user.
 */
@Configuration(proxyBeanMethods = false)
class EngineDoors {

    /** After the session filter, before authentication: unknown addresses need none. */
    private static final int BEFORE_SPRING_SECURITY = -101;

    /** Before {@code EngineAuthenticationFilters} sets the engine's authenticated user. */
    private static final int AFTER_SPRING_SECURITY = 200;

    /** Method override headers are refused: nothing here reads them, but security must not depend on that. */
    private static final List<String> METHOD_OVERRIDES =
            List.of("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override");

    private static final String APPS = "/camunda/api/";
    private static final String SIGN_OUT = APPS + "admin/auth/user/default/logout";

    /**
     * Matches everything except pages of the four apps for the one engine. Camunda's filter fails on other engine
     * names.
     */
    private static final Pattern NO_PAGE =
            Pattern.compile("/camunda/app/(?!(?:admin|cockpit|tasklist|welcome)(?:/|$)).+"
                    + "|/camunda/app/[^/]+/(?!default(?:/|$))[^/.]+(?:/|/index\\.html)?"
                    + "|/camunda/app/[^/]+/[^/]+/setup(?:/.*)?");

    private static final List<String> METHODS = List.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE");

    private static final List<String> READING = List.of("GET", "HEAD", "OPTIONS");

    @Bean
    FilterRegistrationBean<OncePerRequestFilter> plainAddressesOfEngine(EngineOperations operations) {
        var registration = new FilterRegistrationBean<OncePerRequestFilter>(new PlainAddresses(operations));
        registration.setOrder(BEFORE_SPRING_SECURITY);
        return registration;
    }

    @Bean
    FilterRegistrationBean<OncePerRequestFilter> namedOperationsOfEngine(
            EngineOperations operations, CurrentUser currentUser) {
        var registration =
                new FilterRegistrationBean<OncePerRequestFilter>(new NamedOperations(operations, currentUser));
        registration.setOrder(AFTER_SPRING_SECURITY);
        registration.addUrlPatterns("/engine-rest/*", "/camunda/api/*");
        return registration;
    }

    private static final class PlainAddresses extends OncePerRequestFilter {

        private final EngineOperations operations;

        PlainAddresses(EngineOperations operations) {
            this.operations = operations;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            if (!EngineAddress.isOfEngine(request)) {
                page(request, response, chain);
                return;
            }
            var path = EngineAddress.clean(request);
            var operation = path.flatMap(clean -> operation(operations, request, clean));
            if (!METHODS.contains(request.getMethod())) {
                // Spring Security's firewall would only send the status
                refuse(response, HttpStatus.METHOD_NOT_ALLOWED, Problems.defaultDetail(HttpStatus.METHOD_NOT_ALLOWED));
            } else if (path.isEmpty() || (operation.isEmpty() && path.get().endsWith("/"))) {
                refuse(response, HttpStatus.BAD_REQUEST, Texts.of("engine.engine-doors.adres-yalin-yazilmalidir"));
            } else if (operation.isEmpty() && !path.get().startsWith("/engine-rest/")) {
                notThere(response);
            } else if (path.get().equals(SIGN_OUT) && request.getSession(false) != null && !carriesToken(request)) {
                // Spring Security would sign out before the operation itself is reached
                foreign(response);
            } else {
                chain.doFilter(request, response);
            }
        }

        /** The apps' pages and files are read-only; Camunda's filter would end the session of other requests. */
        private static void page(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            String path = request.getServletPath();
            if (NO_PAGE.matcher(path).matches()) {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
            } else if (path.startsWith("/camunda") && !READING.contains(request.getMethod())) {
                response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            } else {
                chain.doFilter(request, response);
            }
        }
    }

    private static final class NamedOperations extends OncePerRequestFilter {

        private final EngineOperations operations;
        private final CurrentUser currentUser;

        NamedOperations(EngineOperations operations, CurrentUser currentUser) {
            this.operations = operations;
            this.currentUser = currentUser;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            var operation = EngineAddress.clean(request).flatMap(path -> operation(operations, request, path));
            if (operation.isEmpty()) {
                notThere(response);
            } else if (!operation.get().callers().include(currentUser.groups())) {
                refuse(response, HttpStatus.FORBIDDEN, Problems.defaultDetail(HttpStatus.FORBIDDEN));
            } else if (request.getServletPath().startsWith("/camunda")
                    && !READING.contains(request.getMethod())
                    && !carriesToken(request)) {
                // Camunda's own check would end the session, so that any other site could sign a user out
                foreign(response);
            } else {
                chain.doFilter(request, response);
            }
        }
    }

    private static Optional<EngineOperation> operation(
            EngineOperations operations, HttpServletRequest request, String path) {
        boolean hasSecondMethod = METHOD_OVERRIDES.stream().anyMatch(header -> request.getHeader(header) != null);
        return hasSecondMethod ? Optional.empty() : operations.find(request.getMethod(), path);
    }

    /** Whether the request has the CSRF token that Camunda issued for this session. */
    private static boolean carriesToken(HttpServletRequest request) {
        var session = request.getSession(false);
        var token = session == null ? null : session.getAttribute(CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME);
        return token != null && token.equals(request.getHeader(CsrfConstants.CSRF_TOKEN_HEADER_NAME));
    }

    private static void foreign(HttpServletResponse response) throws IOException {
        refuse(
                response,
                HttpStatus.FORBIDDEN,
                Texts.of("engine.engine-doors.istek-bu-oturumun-sayfalarindan-gelmiyor"));
    }

    private static void notThere(HttpServletResponse response) throws IOException {
        refuse(response, HttpStatus.NOT_FOUND, Problems.defaultDetail(HttpStatus.NOT_FOUND));
    }

    /** Programs read {@code detail}, Camunda's apps show {@code message}. The text is fixed and needs no escaping. */
    private static void refuse(HttpServletResponse response, HttpStatus status, String detail) throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.getWriter()
                .write("{\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\",\"message\":\"%s\"}"
                        .formatted(Problems.of(status, detail).getTitle(), status.value(), detail, detail));
    }
}
