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
 * Post, redirect, get: whatever a form leads to is shown by a page that may be asked for again, so that neither
 * reloading nor going back sends anything twice. What the page needs of the form is kept on the server.
 */
@Component
class Forms {

    /** Names the kept form in the page's address. */
    static final String PARAMETER = "form";

    private final KeptForms kept;
    private final CurrentUser currentUser;

    Forms(KeptForms kept, CurrentUser currentUser) {
        this.kept = kept;
        this.currentUser = currentUser;
    }

    /** The kept form that the asked page is to show; one of another page is none. */
    Optional<KeptForm> shown() {
        var request = request();
        return kept.find(request.getParameter(PARAMETER), user(), request)
                .filter(form -> form.page().equals(path(request)));
    }

    /** Leads to the page, which shows the form again with all that is wrong. */
    String again(String page, InvalidInputException faulty) {
        return again(page, faulty.errors(), null);
    }

    /** Leads to the page, which shows the form again with what stands in its way. */
    String again(String page, @Nullable String obstacle) {
        return again(page, List.of(), obstacle);
    }

    private String again(String page, List<FieldError> errors, @Nullable String obstacle) {
        return leadTo(page, typed(), errors, obstacle, null, KeptForms.A_DAY);
    }

    /** Leads to the page with these fields instead of the ones that were sent. */
    String leadTo(String page, Map<String, List<String>> fields, Duration howLong) {
        return leadTo(page, fields, List.of(), null, null, howLong);
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

    /** What was typed into the form that was sent. */
    Map<String, List<String>> typed() {
        return KeptForms.typed(request());
    }

    /** The errors by field, in their order, all of a field's in one sentence. */
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
