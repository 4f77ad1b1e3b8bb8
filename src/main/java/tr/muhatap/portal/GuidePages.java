package tr.muhatap.portal;

import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tr.muhatap.access.CurrentUser;
import tr.muhatap.access.Groups;
import tr.muhatap.problem.NotFoundException;
import tr.muhatap.text.Texts;

/**
 * The user guide, one page for each role. Each section has a screenshot; a browser test performs the described task,
 * verifies the bold terms on the screen, and takes the screenshot.
 */
@Controller
class GuidePages {

    /** The guide of a role; address and template have the same name. */
    enum Guide {
        KABUL_MASASI(
                Texts.of("portal.guide-pages.beyaz-masa-ve-alo-153"), List.of(Groups.BEYAZ_MASA, Groups.CAGRI_MERKEZI)),
        BILGI_EDINME(Texts.of("portal.guide-pages.bilgi-edinme-birimi"), List.of(Groups.BILGI_EDINME_BIRIMI)),
        HALKLA_ILISKILER(Texts.of("portal.guide-pages.halkla-iliskiler"), List.of(Groups.HALKLA_ILISKILER)),
        BIRIM(Texts.of("portal.guide-pages.birimler"), List.of()),
        YONETICI(
                Texts.of("portal.guide-pages.halkla-iliskiler-yoneticisi"),
                List.of(Groups.HALKLA_ILISKILER_YONETICISI)),
        SUBE_MUDURU(Texts.of("portal.guide-pages.sube-muduru"), List.of(Groups.SUBE_MUDURU)),
        SUREC_SAHIBI(Texts.of("portal.guide-pages.surec-sahibi"), List.of(Groups.SUREC_SAHIBI)),
        DENETCI(Texts.of("portal.guide-pages.denetci"), List.of(Groups.DENETCI)),
        SISTEM_YONETICISI(Texts.of("portal.guide-pages.sistem-yoneticisi"), List.of(Groups.CAMUNDA_ADMIN));

        private final String role;
        private final List<String> groups;

        Guide(String role, List<String> groups) {
            this.role = role;
            this.groups = groups;
        }

        public String role() {
            return role;
        }

        public String address() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }

        private boolean isFor(CurrentUser user) {
            return this == BIRIM
                    ? user.groups().stream().anyMatch(Groups::isUnit)
                    : user.isIn(groups.toArray(String[]::new));
        }
    }

    private final CurrentUser currentUser;

    GuidePages(CurrentUser currentUser) {
        this.currentUser = currentUser;
    }

    @GetMapping("/kilavuz")
    String all(Model model) {
        model.addAttribute("kilavuzlar", Guide.values());
        model.addAttribute(
                "benimkiler",
                Arrays.stream(Guide.values())
                        .filter(guide -> guide.isFor(currentUser))
                        .toList());
        return "portal/kilavuz";
    }

    @GetMapping("/kilavuz/{role}")
    String one(@PathVariable String role, Model model) {
        var guide = Arrays.stream(Guide.values())
                .filter(each -> each.address().equals(role))
                .findFirst()
                .orElseThrow(() -> new NotFoundException(Texts.of("portal.guide-pages.boyle-bir-kilavuz-yok")));
        model.addAttribute("kilavuz", guide);
        return "kilavuz/" + guide.address();
    }
}
