package tr.muhatap.portal;

import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tr.muhatap.letter.Remedies;
import tr.muhatap.notification.ConfirmedContacts;
import tr.muhatap.text.Texts;

/** Page by which applicants confirm that an e-mail address is theirs. */
@Controller
class ConfirmPage {

    private static final String PAGE = "/takip/adres";
    private static final String CONFIRMED = "dogrulandi";

    private final ConfirmedContacts contacts;
    private final Remedies remedies;

    ConfirmPage(ConfirmedContacts contacts, Remedies remedies) {
        this.contacts = contacts;
        this.remedies = remedies;
    }

    @GetMapping(PAGE)
    String ask(@RequestParam(required = false, defaultValue = "") String k, Model model) {
        boolean known = contacts.isKnown(k);
        boolean tried = Boolean.FALSE.equals(model.getAttribute(CONFIRMED));
        if (!model.containsAttribute(CONFIRMED)) {
            model.addAttribute(CONFIRMED, false);
        }
        model.addAttribute("k", k);
        model.addAttribute("gecersiz", !known);
        model.addAttribute("rakamIste", contacts.asksForDigits(k));
        model.addAttribute("birimimize", remedies.officeDative());
        if (known && tried) {
            model.addAttribute(
                    "hatalar",
                    Map.of(
                            "rakamlar",
                            Texts.of("portal.confirm-page.yazdiginiz-rakamlar-basvurudakilerle-uyusmuyor-kontrol")));
        }
        return "portal/adres";
    }

    @PostMapping(PAGE)
    String confirm(
            @RequestParam String k, @RequestParam(defaultValue = "") String rakamlar, RedirectAttributes redirect) {
        redirect.addFlashAttribute(CONFIRMED, contacts.confirm(k, rakamlar));
        redirect.addAttribute("k", k);
        return "redirect:" + PAGE;
    }
}
