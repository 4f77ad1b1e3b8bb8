package tr.muhatap.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/**
 * Leads to the sign-in page; whoever an OIDC server vouched for too long ago goes to that server instead, which mostly answers
 * without a question.
 */
class WayToSignIn extends LoginUrlAuthenticationEntryPoint {

    WayToSignIn() {
        super("/giris");
    }

    @Override
    protected String determineUrlToUseForThisRequest(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure) {
        return request.getAttribute(SignInInSession.AGAIN_AT) instanceof String server
                ? "/oauth2/authorization/" + server
                : getLoginFormUrl();
    }
}
