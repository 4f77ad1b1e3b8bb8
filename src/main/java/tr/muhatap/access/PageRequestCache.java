package tr.muhatap.access;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;
import org.springframework.web.util.WebUtils;

/**
 * Remembers in a cookie the page that the sign-in interrupted: no session is created for anonymous visitors, and a
 * caller's number in an address is not stored. Only pages of ours, never a page's own sub-requests.
 */
class PageRequestCache implements RequestCache {

    static final String COOKIE = "MUHATAP-DONUS";

    private final ReturnAddresses addresses;

    PageRequestCache(ReturnAddresses addresses) {
        this.addresses = addresses;
    }

    @Override
    public void saveRequest(HttpServletRequest request, HttpServletResponse response) {
        if (!HttpMethod.GET.matches(request.getMethod()) || !isNavigation(request)) {
            return;
        }
        String path = request.getRequestURI().substring(request.getContextPath().length());
        String query = request.getQueryString();
        String page = addresses.page(query == null ? path : path + "?" + query);
        if (page == null) {
            page = addresses.pageAbove(path);
        }
        if (page != null) {
            remember(page, request, response);
        }
    }

    /** Makes the next sign-in redirect to the page, whichever way people sign in. */
    void remember(String page, HttpServletRequest request, HttpServletResponse response) {
        String value = Base64.getUrlEncoder().withoutPadding().encodeToString(page.getBytes(StandardCharsets.UTF_8));
        write(value, -1, request, response);
    }

    @Override
    public @Nullable SavedRequest getRequest(HttpServletRequest request, HttpServletResponse response) {
        String page = remembered(request);
        return page == null ? null : new SimpleSavedRequest(page);
    }

    /** Returns null: only the page is remembered, and requesting it again needs nothing of the first request. */
    @Override
    public @Nullable HttpServletRequest getMatchingRequest(HttpServletRequest request, HttpServletResponse response) {
        return null;
    }

    @Override
    public void removeRequest(HttpServletRequest request, HttpServletResponse response) {
        if (WebUtils.getCookie(request, COOKIE) != null) {
            write("", 0, request, response);
        }
    }

    @Nullable
    String remembered(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        if (cookie == null) {
            return null;
        }
        try {
            byte[] page = Base64.getUrlDecoder().decode(cookie.getValue());
            return addresses.page(new String(page, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notOurs) {
            return null;
        }
    }

    /** Whether the browser navigates, rather than loads a picture, script or icon. */
    private static boolean isNavigation(HttpServletRequest request) {
        String mode = request.getHeader("Sec-Fetch-Mode");
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return (mode == null || mode.equals("navigate"))
                && (accept == null
                        || accept.contains(MediaType.TEXT_HTML_VALUE)
                        || accept.startsWith(MediaType.ALL_VALUE));
    }

    private static void write(String value, long seconds, HttpServletRequest request, HttpServletResponse response) {
        String root = request.getContextPath();
        var cookie = ResponseCookie.from(COOKIE, value)
                .path(root.isEmpty() ? "/" : root)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(seconds)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
