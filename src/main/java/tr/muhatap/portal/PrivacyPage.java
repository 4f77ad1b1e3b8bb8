package tr.muhatap.portal;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tr.muhatap.privacy.PrivacyNotice;
import tr.muhatap.privacy.PrivacyNotices;
import tr.muhatap.problem.NotFoundException;
import tr.muhatap.text.Texts;

/** The KVKK text (6698 md. 10), in its current and earlier versions. */
@Controller
class PrivacyPage {

    private final PrivacyNotices notices;

    PrivacyPage(PrivacyNotices notices) {
        this.notices = notices;
    }

    @GetMapping("/aydinlatma")
    String current(Model model) {
        return show(notices.current(), model);
    }

    @GetMapping("/aydinlatma/{version}")
    String earlier(@PathVariable String version, Model model) {
        return show(
                notices.find(version)
                        .orElseThrow(() -> new NotFoundException(
                                Texts.of("portal.privacy-page.aydinlatma-metninin-boyle-bir-surumu"))),
                model);
    }

    private String show(PrivacyNotice notice, Model model) {
        model.addAttribute("metin", notice);
        model.addAttribute("guncel", notice.version().equals(notices.current().version()));
        return "portal/aydinlatma";
    }
}
