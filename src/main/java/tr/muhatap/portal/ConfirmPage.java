package tr.muhatap.portal;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tr.muhatap.notification.ConfirmedContacts;

/** Where an applicant shows that the address to which our link came is his or her own. */
@Controller
class ConfirmPage {

    private final ConfirmedContacts contacts;

    ConfirmPage(ConfirmedContacts contacts) {
        this.contacts = contacts;
    }

    @GetMapping("/takip/adres")
    String ask(@RequestParam(required = false, defaultValue = "") String k, Model model) {
        return page(k, false, false, model);
    }

    @PostMapping("/takip/adres")
    String confirm(@RequestParam String k, @RequestParam String rakamlar, Model model) {
        boolean confirmed = contacts.confirm(k, rakamlar);
        return page(k, confirmed, !confirmed, model);
    }

    private String page(String k, boolean confirmed, boolean wrong, Model model) {
        boolean known = contacts.isKnown(k);
        model.addAttribute("k", k);
        model.addAttribute("dogrulandi", confirmed);
        model.addAttribute("gecersiz", !known);
        model.addAttribute("yanlis", known && wrong);
        return "portal/adres";
    }
}
