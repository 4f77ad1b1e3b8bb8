package tr.muhatap.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/**
 * Redirects to the sign-in page, or, if an OIDC session is too old, to that server, which usually answers without
 * asking the user.
 */
class SignInEntryPoint extends LoginUrlAuthenticationEntryPoint {

    SignInEntryPoint() {
        super("/giris");
    }

    @Override
    protected String determineUrlToUseForThisRequest(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure) {
        return request.getAttribute(SessionSecurityContextRepository.AGAIN_AT) instanceof String server
                ? "/oauth2/authorization/" + server
                : getLoginFormUrl();
    }
}
