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
 * A form that was sent after its session or its token had ended: nothing is done, what was typed is kept for the one
 * who typed it, and the answer leads back to the page, over the sign-in where the page needs one.
 */
@Component
class InterruptedForms {

    /** Names, encrypted, who signed in here last; a form of ours names its own typist as well. */
    private static final String LAST_USER = "MUHATAP-KIM";

    static final String SENTENCE = "muhatap.sentence";

    /** Pages of citizens, who have no sign-in. */
    private static final List<String> PUBLIC = List.of("/basvuru", "/takip");

    /** Forms that stand on another page than the one above their address. */
    private static final Map<String, String> ELSEWHERE = Map.of("yayin", "taslak", "uygula", "onizleme");

    /** Set by htmx. */
    private static final String LOOK_UP = "HX-Request";

    private static final String SIGN_IN = "/giris";
    private static final String SIGN_OUT = "/cikis";

    private final KeptForms forms;
    private final ReturnAddresses addresses;

    InterruptedForms(KeptForms forms, ReturnAddresses addresses) {
        this.forms = forms;
        this.addresses = addresses;
    }

    /** Remembers who signed in, for forms that do not name their typist. */
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

    /** Whether a page's script asks for a part of its page while somebody types; it sends the whole form. */
    static boolean isLookUp(HttpServletRequest request) {
        return request.getHeader(LOOK_UP) != null;
    }

    /** To the sign-in and back to the page that is open, where nothing can be kept. */
    void leadToSignIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String page = openPage(request);
        lead(
                request,
                response,
                SIGN_IN + (page == null ? "" : "?donus=" + UriUtils.encode(page, StandardCharsets.UTF_8)));
    }

    /** A script cannot show another page in the place of its part: the whole window is sent there. */
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

    /** The page from which a look-up was sent; null where it is none of ours. */
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

    /** Whether the answer was given. Where nobody knows who typed, nothing is kept. */
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
            // A field left empty comes as a file without a name
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
