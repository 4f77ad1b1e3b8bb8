package tr.muhatap.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import tr.muhatap.form.KeptForm;
import tr.muhatap.form.KeptForms;
import tr.muhatap.problem.FieldError;
import tr.muhatap.text.Texts;

/** Page that creates the first administrator; not found once there is a user. */
@Controller
@Profile("production")
@RequestMapping(FirstAdministratorPage.PAGE)
class FirstAdministratorPage {

    static final String PAGE = "/kurulum";

    private static final String FORM = "form";
    private static final String TOKEN = "kod";
    private static final String NAME = "ad";
    private static final String PASSWORD = "parola";

    private final FirstAdministrator administrator;
    private final KeptForms forms;

    FirstAdministratorPage(FirstAdministrator administrator, KeptForms forms) {
        this.administrator = administrator;
        this.forms = forms;
    }

    @GetMapping
    String show(HttpServletRequest request, Model model) {
        requireWanted();
        var kept = forms.find(request.getParameter(FORM), null, request)
                .filter(form -> form.page().equals(PAGE));
        var errors = new LinkedHashMap<String, String>();
        kept.ifPresent(form -> form.errors().forEach(error -> errors.put(error.field(), error.message())));
        model.addAttribute("hatalar", errors);
        model.addAttribute("girilen", kept.map(KeptForm::single).orElse(Map.of()));
        return "access/kurulum";
    }

    @PostMapping
    String create(
            @RequestParam(name = TOKEN, defaultValue = "") String token,
            @RequestParam(name = NAME, defaultValue = "") String name,
            @RequestParam(name = PASSWORD, defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response) {
        requireWanted();
        var errors = new LinkedHashMap<String, String>();
        if (!administrator.isOffered(token.strip())) {
            errors.put(TOKEN, Texts.of("access.first-administrator-page.kod-yanlis-ya-da-artik"));
        }
        putIfWrong(errors, NAME, UserNames.fault(name));
        putIfWrong(errors, PASSWORD, PasswordRule.fault(password, name));
        if (errors.isEmpty() && administrator.create(token.strip(), name, password)) {
            return "redirect:/giris";
        }
        if (errors.isEmpty()) {
            errors.put(TOKEN, Texts.of("access.first-administrator-page.kod-artik-gecerli-degil"));
        }
        var form = new KeptForm(PAGE, PAGE, KeptForms.typed(request), all(errors), null, null, false, false);
        return "redirect:" + PAGE + "?" + FORM + "=" + forms.keepForVisitor(request, response, form, KeptForms.A_WHILE);
    }

    private static void putIfWrong(
            Map<String, String> errors, String field, @org.jspecify.annotations.Nullable String fault) {
        if (fault != null) {
            errors.put(field, fault);
        }
    }

    private static List<FieldError> all(Map<String, String> errors) {
        return errors.entrySet().stream()
                .map(error -> new FieldError(error.getKey(), error.getValue()))
                .toList();
    }

    private void requireWanted() {
        if (!administrator.isWanted()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }
}
