package tr.muhatap.portal;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tr.muhatap.form.KeptForms;
import tr.muhatap.problem.InvalidInputException;
import tr.muhatap.takip.LostCodes;
import tr.muhatap.text.Texts;

/** Sends a citizen who lost the tracking code a new one; the page answers the same whether the facts were right or not. */
@Controller
class LostCodePage {

    private static final String PAGE = "/takip/kod";

    private final LostCodes codes;
    private final Forms forms;

    LostCodePage(LostCodes codes, Forms forms) {
        this.codes = codes;
        this.forms = forms;
    }

    @GetMapping(PAGE)
    String ask(@RequestParam(required = false) @Nullable String number, Model model) {
        var kept = forms.shown().orElse(null);
        String done = kept == null ? null : kept.done();
        model.addAttribute("oldu", done);
        model.addAttribute("engel", kept == null ? null : kept.notice());
        model.addAttribute("hatalar", kept == null ? Map.of() : Forms.byField(kept.errors()));
        model.addAttribute(
                "girilen",
                kept != null && done == null
                        ? kept.single()
                        : number == null ? Map.of() : Map.of(LostCodes.NUMBER, number));
        model.addAttribute(
                "alanlar",
                Map.of(
                        LostCodes.NUMBER,
                        Texts.of("portal.lost-code-page.numara"),
                        LostCodes.DIGITS,
                        Texts.of("portal.lost-code-page.haneler")));
        model.addAttribute("yerler", Map.of(LostCodes.NUMBER, "number", LostCodes.DIGITS, "digits"));
        return "portal/takip-kod";
    }

    @PostMapping(PAGE)
    String send(
            @RequestParam(name = LostCodes.NUMBER, defaultValue = "") String number,
            @RequestParam(name = LostCodes.DIGITS, defaultValue = "") String digits) {
        try {
            codes.send(number, digits);
        } catch (InvalidInputException faulty) {
            return forms.again(PAGE, faulty);
        }
        return forms.leadTo(
                PAGE, Map.of(), List.of(), null, Texts.of("portal.lost-code-page.gonderildi"), KeptForms.A_WHILE);
    }
}
