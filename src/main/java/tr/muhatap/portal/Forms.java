package tr.muhatap.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tr.muhatap.access.CurrentUser;
import tr.muhatap.form.KeptForm;
import tr.muhatap.form.KeptForms;
import tr.muhatap.problem.FieldError;
import tr.muhatap.problem.InvalidInputException;

/**
 * Post/redirect/get: the result of every form is shown by a page that can be reloaded, so that neither reloading nor
 * going back submits anything twice. The form's data are stored on the server.
 */
@Component
class Forms {

    /** Query parameter with the id of the stored form. */
    static final String PARAMETER = "form";

    private final KeptForms kept;
    private final CurrentUser currentUser;

    Forms(KeptForms kept, CurrentUser currentUser) {
        this.kept = kept;
        this.currentUser = currentUser;
    }

    /** The stored form to be shown by the requested page; ignored if it belongs to another page. */
    Optional<KeptForm> shown() {
        var request = request();
        return kept.find(request.getParameter(PARAMETER), user(), request)
                .filter(form -> form.page().equals(path(request)));
    }

    /** Redirects to the page, which shows the form again with its faults. */
    String again(String page, InvalidInputException faulty) {
        return again(page, faulty.errors(), null);
    }

    /** Redirects to the page, which shows the form again with a general error message. */
    String again(String page, @Nullable String obstacle) {
        return again(page, List.of(), obstacle);
    }

    private String again(String page, List<FieldError> errors, @Nullable String obstacle) {
        return leadTo(page, typed(), errors, obstacle, null, KeptForms.A_DAY);
    }

    /** Redirects to the page with the given fields instead of the submitted ones. */
    String leadTo(String page, Map<String, List<String>> fields, Duration howLong) {
        return leadTo(page, fields, List.of(), null, null, howLong);
    }

    /** Keeps what was typed for a page to which the user comes back later; the address that shows it again. */
    String keptFor(String page, String action) {
        var form = new KeptForm(page, action, typed(), List.of(), null, null, false, false);
        return page + "?" + PARAMETER + "=" + kept.keep(currentUser.name(), form, KeptForms.A_DAY);
    }

    String leadTo(
            String page,
            Map<String, List<String>> fields,
            List<FieldError> errors,
            @Nullable String obstacle,
            @Nullable String done,
            Duration howLong) {
        var request = request();
        var form = new KeptForm(page, path(request), fields, errors, obstacle, done, false, false);
        String user = user();
        String id =
                user == null ? kept.keepForVisitor(request, response(), form, howLong) : kept.keep(user, form, howLong);
        return "redirect:" + page + "?" + PARAMETER + "=" + id;
    }

    /** The submitted fields. */
    Map<String, List<String>> typed() {
        return KeptForms.typed(request());
    }

    /** Errors by field, in order, joined into one sentence per field. */
    static Map<String, String> byField(List<FieldError> errors) {
        return errors.stream()
                .collect(Collectors.toMap(
                        FieldError::field,
                        FieldError::message,
                        (first, further) -> first + " " + further,
                        LinkedHashMap::new));
    }

    private @Nullable String user() {
        String name = currentUser.name();
        return name.equals(CurrentUser.SYSTEM) ? null : name;
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    private static HttpServletRequest request() {
        return attributes().getRequest();
    }

    private static HttpServletResponse response() {
        var response = attributes().getResponse();
        if (response == null) {
            throw new IllegalStateException("No answer to write a cookie into");
        }
        return response;
    }

    private static ServletRequestAttributes attributes() {
        return (ServletRequestAttributes) RequestContextHolder.currentRequestAttributes();
    }
}
