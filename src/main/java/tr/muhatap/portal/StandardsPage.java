package tr.muhatap.portal;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import tr.muhatap.deadline.ServiceStandard;
import tr.muhatap.deadline.ServiceStandards;
import tr.muhatap.text.Texts;

/**
 * The published Kamu Hizmet Standartları Tablosu, from the decision table that the timers use (2009/15169 sayılı
 * Yönetmelik md. 6).
 */
@Controller
class StandardsPage {

    private final ServiceStandards standards;

    StandardsPage(ServiceStandards standards) {
        this.standards = standards;
    }

    /**
     * A row of the published table.
     *
     * @param limit as text, with the extended limit if there is one
     */
    record Line(int no, String service, String papers, String limit) {}

    @GetMapping("/hizmet-standartlari")
    String table(Model model) {
        model.addAttribute("satirlar", lines());
        return "portal/hizmet-standartlari";
    }

    private List<Line> lines() {
        return standards.all().stream()
                .filter(row -> !row.extended())
                .map(row -> new Line(row.no(), row.service(), row.papers(), limit(row)))
                .toList();
    }

    private String limit(ServiceStandard row) {
        String usual = row.limit() + " " + row.unit().label();
        var extended = standards.standard(row.channel(), true);
        return extended.limit() == row.limit()
                ? usual
                : Texts.of(
                        "portal.standards-page.birden-fazla-kurumu-ilgilendirmesi-halinde",
                        usual,
                        extended.limit(),
                        extended.unit().label());
    }
}
