package tr.muhatap.access;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Marks an authentication whose password was sent with the request itself (HTTP Basic). */
class BasicDetails extends WebAuthenticationDetails {

    private static final long serialVersionUID = 1L;

    BasicDetails(HttpServletRequest request) {
        super(request);
    }
}
