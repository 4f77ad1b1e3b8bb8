package tr.muhatap.portal;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tr.muhatap.problem.InvalidInputException;
import tr.muhatap.subject.RevealedField;
import tr.muhatap.subject.Reveals;
import tr.muhatap.text.Texts;

/** Asks for the reason for which a masked field of an applicant is shown in full, and shows it once. */
@Controller
class RevealPages {

    private static final String PAGE = "/dosya/{number}/bilgi-goster";

    private final Reveals reveals;
    private final Forms forms;

    RevealPages(Reveals reveals, Forms forms) {
        this.reveals = reveals;
        this.forms = forms;
    }

    @GetMapping(PAGE)
    String ask(@PathVariable String number, Model model) {
        if (!reveals.mayReveal(number)) {
            throw new AccessDeniedException(Texts.of("portal.bilgi-goster.olmaz"));
        }
        var kept = forms.shown().orElse(null);
        model.addAttribute("hatalar", kept == null ? Map.of() : Forms.byField(kept.errors()));
        model.addAttribute("girilen", kept == null ? Map.of() : kept.single());
        return page(number, model);
    }

    /** Not redirected: what is shown is kept nowhere. */
    @PostMapping(PAGE)
    String show(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String field,
            @RequestParam(required = false) @Nullable String reason,
            HttpServletResponse response,
            Model model) {
        try {
            model.addAttribute("gosterilen", reveals.reveal(number, field, reason));
        } catch (InvalidInputException faulty) {
            return forms.again(PAGE.replace("{number}", number), faulty);
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        model.addAttribute("hatalar", Map.of());
        model.addAttribute("girilen", Map.of());
        return page(number, model);
    }

    private static String page(String number, Model model) {
        model.addAttribute("numara", number);
        model.addAttribute("bilgiler", List.of(RevealedField.values()));
        model.addAttribute(
                "alanlar",
                Map.of(
                        "field",
                        Texts.of("portal.bilgi-goster.bilgi"),
                        "reason",
                        Texts.of("portal.bilgi-goster.gerekce")));
        return "portal/bilgi-goster";
    }
}
