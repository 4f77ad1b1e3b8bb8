package tr.muhatap.rate;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The same for those whose credentials the sign-in does not know how to read, such as a token where none are taken: it
 * lets them on as strangers. Wrong ones that it can read do not get here.
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
