package tr.muhatap.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Remembers in the visitor's browser which page the sign-in came between: whoever is not signed in leaves no row here, and a
 * caller's number in an address no trace. Leads to our own pages only.
 */
class WantedPage extends CookieRequestCache {

    WantedPage(RequestMatcher pages) {
        setRequestMatcher(pages);
    }

    @Override
    public @Nullable SavedRequest getRequest(HttpServletRequest request, HttpServletResponse response) {
        var wanted = super.getRequest(request, response);
        String ours =
                ServletUriComponentsBuilder.fromContextPath(request).path("/").toUriString();
        return wanted != null && wanted.getRedirectUrl().startsWith(ours) ? wanted : null;
    }
}
