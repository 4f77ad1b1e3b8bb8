package tr.muhatap.access;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Marks a password that came with the request itself. */
class BasicDetails extends WebAuthenticationDetails {

    private static final long serialVersionUID = 1L;

    BasicDetails(HttpServletRequest request) {
        super(request);
    }
}
