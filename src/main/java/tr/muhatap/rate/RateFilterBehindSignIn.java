package tr.muhatap.rate;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Rate limit for requests whose credentials authentication ignores, such as a bearer token where none is supported:
 * they continue as anonymous. Requests with wrong supported credentials do not get here.
 */
@Component
@Order(RateFilterBehindSignIn.BEHIND_THE_SIGN_IN)
class RateFilterBehindSignIn extends RateFilter {

    static final int BEHIND_THE_SIGN_IN = -99;

    RateFilterBehindSignIn(RateLimits limits, ObjectMapper json) {
        super(limits, json);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !isCounted(request) || !bringsCredentials(request) || request.getUserPrincipal() != null;
    }
}
