package tr.muhatap.portal;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import tr.muhatap.privacy.PrivacyNotices;
import tr.muhatap.retention.ProcessingRegister;

/** The register of processing in the fields of VERBİS, to be read, printed and entered there. */
@Controller
class RegisterPages {

    private final ProcessingRegister register;
    private final PrivacyNotices notices;

    RegisterPages(ProcessingRegister register, PrivacyNotices notices) {
        this.register = register;
        this.notices = notices;
    }

    @GetMapping("/veri-envanteri")
    String show(Model model) {
        model.addAttribute("faaliyetler", register.activities());
        model.addAttribute("kvkk", notices.settings());
        return "portal/veri-envanteri";
    }
}
