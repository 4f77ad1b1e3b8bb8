package tr.muhatap.access;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.UriUtils;
import org.springframework.web.util.WebUtils;
import tr.muhatap.form.KeptForm;
import tr.muhatap.form.KeptForms;
import tr.muhatap.text.Texts;

/**
 * Handles forms submitted after their session or CSRF token has expired: the submission is not processed, its input is
 * stored for the user who typed it, and the response redirects back to the page, through the sign-in if the page
 * requires one.
 */
@Component
class ExpiredFormHandler {

    /** Cookie with the encrypted name of the last user who signed in here; forms of ours also carry their user. */
    private static final String LAST_USER = "MUHATAP-KIM";

    static final String SENTENCE = "muhatap.sentence";

    /** Public pages, which need no sign-in. */
    private static final List<String> PUBLIC = List.of("/basvuru", "/takip");

    /** Form actions whose page is not the parent path of the action. */
    private static final Map<String, String> ELSEWHERE = Map.of("yayin", "taslak", "uygula", "onizleme");

    /** Header set by htmx. */
    private static final String LOOK_UP = "HX-Request";

    private static final String SIGN_IN = "/giris";
    private static final String SIGN_OUT = "/cikis";

    private final KeptForms forms;
    private final ReturnAddresses addresses;

    ExpiredFormHandler(KeptForms forms, ReturnAddresses addresses) {
        this.forms = forms;
        this.addresses = addresses;
    }

    /** Stores who signed in, for forms that do not carry their user. */
    void signedIn(String user, HttpServletRequest request, HttpServletResponse response) {
        String root = request.getContextPath();
        var cookie = ResponseCookie.from(LAST_USER, forms.typistToken(user))
                .path(root.isEmpty() ? "/" : root)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    /** Whether a page's script requests a fragment while the user types; such a request contains the whole form. */
    static boolean isLookUp(HttpServletRequest request) {
        return request.getHeader(LOOK_UP) != null;
    }

    /** Redirects to the sign-in and back to the open page, if nothing can be stored. */
    void leadToSignIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String page = openPage(request);
        lead(
                request,
                response,
                SIGN_IN + (page == null ? "" : "?donus=" + UriUtils.encode(page, StandardCharsets.UTF_8)));
    }

    /** A script cannot replace the page with a fragment, so the whole window is redirected. */
    private static void lead(HttpServletRequest request, HttpServletResponse response, String address)
            throws IOException {
        String whole = request.getContextPath() + address;
        if (isLookUp(request)) {
            response.setHeader("HX-Redirect", whole);
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
        } else {
            response.sendRedirect(whole);
        }
    }

    /** The page that sent a fragment request; null if it is none of ours. */
    private @Nullable String openPage(HttpServletRequest request) {
        try {
            String path = URI.create(Objects.requireNonNullElse(request.getHeader("HX-Current-URL"), ""))
                    .getRawPath();
            return path == null || !path.startsWith(request.getContextPath())
                    ? null
                    : addresses.page(path.substring(request.getContextPath().length()));
        } catch (IllegalArgumentException noAddress) {
            return null;
        }
    }

    /**
     * Redirects back to the form's page; returns whether the response was written. Nothing is stored if the user is
     * unknown.
     */
    boolean leadBack(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        if (path.equals(SIGN_OUT)) {
            response.sendRedirect(request.getContextPath() + "/");
            return true;
        }
        if (path.equals(SIGN_IN)) {
            String page = addresses.page(request.getParameter("donus"));
            response.sendRedirect(request.getContextPath() + SIGN_IN + "?yeniden"
                    + (page == null ? "" : "&donus=" + UriUtils.encode(page, StandardCharsets.UTF_8)));
            return true;
        }
        String page = isLookUp(request) ? openPage(request) : page(path);
        String user = user();
        String typist = forms.typist(request.getParameter(KeptForms.TYPIST)).orElse(null);
        if (typist == null && user == null) {
            typist = lastUser(request);
        }
        if (page == null) {
            return false;
        }
        if (typist == null) {
            return user == null && isPublic(page) && leadVisitorBack(page, path, request, response);
        }
        String back = page + "?form=" + forms.keep(typist, form(page, path, request), KeptForms.A_DAY);
        if (typist.equals(user)) {
            lead(request, response, back);
        } else if (user == null) {
            lead(request, response, SIGN_IN + "?donus=" + UriUtils.encode(back, StandardCharsets.UTF_8));
        } else {
            request.setAttribute(SENTENCE, Texts.of("access.interrupted-forms.bu-formu-baska-bir-kullanici"));
            response.sendError(HttpStatus.FORBIDDEN.value());
        }
        return true;
    }

    private boolean leadVisitorBack(String page, String path, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String id = forms.keepForVisitor(request, response, form(page, path, request), KeptForms.A_DAY);
        lead(request, response, page + "?form=" + id);
        return true;
    }

    private @Nullable String page(String path) {
        String last = path.substring(path.lastIndexOf('/') + 1);
        String above = path.substring(0, Math.max(0, path.lastIndexOf('/')));
        String elsewhere = ELSEWHERE.get(last);
        return addresses.pageAbove(elsewhere == null ? path : above + "/" + elsewhere);
    }

    private static boolean isPublic(String page) {
        return PUBLIC.stream().anyMatch(open -> page.equals(open) || page.startsWith(open + "/"));
    }

    private static KeptForm form(String page, String action, HttpServletRequest request) {
        return new KeptForm(page, action, KeptForms.typed(request), List.of(), null, null, true, hasFiles(request));
    }

    private static boolean hasFiles(HttpServletRequest request) {
        var read = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        if (read != null) {
            // An empty file field is submitted as a file without a name
            return read.getMultiFileMap().values().stream()
                    .flatMap(List::stream)
                    .map(MultipartFile::getOriginalFilename)
                    .anyMatch(name -> name != null && !name.isEmpty());
        }
        String type = request.getContentType();
        if (type == null || !type.startsWith("multipart/")) {
            return false;
        }
        try {
            return request.getParts().stream()
                    .map(Part::getSubmittedFileName)
                    .anyMatch(name -> name != null && !name.isEmpty());
        } catch (Exception unreadable) {
            return true;
        }
    }

    private @Nullable String lastUser(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, LAST_USER);
        return cookie == null ? null : forms.typist(cookie.getValue()).orElse(null);
    }

    private static @Nullable String user() {
        var who = SecurityContextHolder.getContext().getAuthentication();
        return who == null || who instanceof AnonymousAuthenticationToken ? null : who.getName();
    }
}
