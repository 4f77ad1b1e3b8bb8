package tr.muhatap.text;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Normalizes request parameters by {@link PlainText#normal}, except passwords. */
@Component
@Order(ParameterNormalizationFilter.BEHIND_THE_SIGN_IN)
class ParameterNormalizationFilter extends OncePerRequestFilter {

    static final int BEHIND_THE_SIGN_IN = 0;

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return path.startsWith("/engine-rest/") || path.startsWith("/camunda/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new Normal(request), response);
    }

    private static final class Normal extends HttpServletRequestWrapper {

        Normal(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getParameter(String name) {
            String value = super.getParameter(name);
            return value == null ? null : normal(name, value);
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            String[] values = super.getParameterValues(name);
            return values == null ? null : normal(name, values);
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            var parameters = new LinkedHashMap<String, String[]>();
            super.getParameterMap().forEach((name, values) -> parameters.put(name, normal(name, values)));
            return Collections.unmodifiableMap(parameters);
        }

        private static String[] normal(String name, String[] values) {
            return Arrays.stream(values).map(value -> normal(name, value)).toArray(String[]::new);
        }

        private static String normal(String name, String value) {
            return name.toLowerCase(Locale.ROOT).contains("password") ? value : PlainText.normal(value);
        }
    }
}
