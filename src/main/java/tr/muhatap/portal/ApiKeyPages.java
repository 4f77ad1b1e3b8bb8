package tr.muhatap.portal;

import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tr.muhatap.open311.ApiKeys;
import tr.muhatap.problem.InvalidInputException;
import tr.muhatap.problem.NotFoundException;
import tr.muhatap.text.Texts;

/** The administrator makes and withdraws the keys of Open311; a new key is shown by the next page alone. */
@Controller
@RequestMapping("/open311-anahtarlari")
class ApiKeyPages {

    private static final String PAGE = "/open311-anahtarlari";

    private final ApiKeys keys;
    private final Forms forms;

    ApiKeyPages(ApiKeys keys, Forms forms) {
        this.keys = keys;
        this.forms = forms;
    }

    @GetMapping
    String list(Model model) {
        var kept = forms.shown().orElse(null);
        model.addAttribute("engel", kept == null ? null : kept.notice());
        model.addAttribute("hatalar", kept == null ? Map.of() : Forms.byField(kept.errors()));
        model.addAttribute("girilen", kept == null ? Map.of() : kept.single());
        model.addAttribute(
                "alanlar",
                Map.of(
                        ApiKeys.CLIENT,
                        Texts.of("portal.api-key-pages.istemci"),
                        ApiKeys.CONTACT,
                        Texts.of("portal.api-key-pages.sorumlu")));
        model.addAttribute("yerler", Map.of(ApiKeys.CLIENT, ApiKeys.CLIENT, ApiKeys.CONTACT, ApiKeys.CONTACT));
        model.addAttribute("anahtarlar", keys.all());
        return "portal/open311-anahtarlari";
    }

    @PostMapping
    String make(
            @RequestParam(name = ApiKeys.CLIENT, defaultValue = "") String client,
            @RequestParam(name = ApiKeys.CONTACT, defaultValue = "") String contact,
            RedirectAttributes told) {
        try {
            told.addFlashAttribute("anahtar", keys.make(client, contact));
            return "redirect:" + PAGE;
        } catch (InvalidInputException faulty) {
            return forms.again(PAGE, faulty);
        }
    }

    @PostMapping("/{id}/geri-al")
    String withdraw(@PathVariable long id, RedirectAttributes told) {
        try {
            keys.withdraw(id);
            told.addFlashAttribute("oldu", Texts.of("portal.api-key-pages.geri-alindi"));
            return "redirect:" + PAGE;
        } catch (NotFoundException gone) {
            return forms.again(PAGE, gone.getMessage());
        }
    }
}
