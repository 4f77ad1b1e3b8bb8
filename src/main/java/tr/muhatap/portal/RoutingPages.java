package tr.muhatap.portal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tr.muhatap.access.CurrentUser;
import tr.muhatap.access.Groups;
import tr.muhatap.organization.Organization;
import tr.muhatap.routing.Hits;
import tr.muhatap.routing.Training;
import tr.muhatap.text.Texts;

/** Accuracy of the unit proposals by month and unit, and training of their model. */
@Controller
class RoutingPages {

    private static final String PAGE = "/kurallar/oneriler";
    private static final int MOST_MONTHS = 13;

    private final Training training;
    private final Hits hits;
    private final Organization organization;
    private final CurrentUser currentUser;

    RoutingPages(Training training, Hits hits, Organization organization, CurrentUser currentUser) {
        this.training = training;
        this.hits = hits;
        this.organization = organization;
        this.currentUser = currentUser;
    }

    /** A unit's row in a month, or the total. */
    record Row(String unit, int many, int first, int amongThree) {

        public int firstShare() {
            return share(first);
        }

        public int threeShare() {
            return share(amongThree);
        }

        private int share(int of) {
            return many == 0 ? 0 : (int) Math.round(100.0 * of / many);
        }
    }

    /** @param month {@code 05.2026} */
    record Month(String month, Row all, List<Row> units) {}

    @GetMapping(PAGE)
    String show(Model model) {
        model.addAttribute("durum", training.standing());
        model.addAttribute("aylar", months());
        model.addAttribute("yapabilir", currentUser.isIn(Groups.SUREC_SAHIBI, Groups.CAMUNDA_ADMIN));
        return "portal/oneriler";
    }

    @PostMapping(PAGE + "/egitim")
    String train(RedirectAttributes next) {
        training.request();
        next.addFlashAttribute("oldu", Texts.of("portal.routing-pages.egitim-basladi"));
        return "redirect:" + PAGE;
    }

    private List<Month> months() {
        var byMonth = new LinkedHashMap<String, List<Row>>();
        for (var share : hits.shares()) {
            String name =
                    organization.unit(share.unit()).map(unit -> unit.name()).orElse(share.unit());
            byMonth.computeIfAbsent(share.month(), month -> new ArrayList<>())
                    .add(new Row(name, share.many(), share.first(), share.amongThree()));
        }
        return byMonth.entrySet().stream()
                .limit(MOST_MONTHS)
                .map(RoutingPages::month)
                .toList();
    }

    private static Month month(Map.Entry<String, List<Row>> month) {
        var rows = month.getValue();
        return new Month(
                month.getKey().substring(5) + "." + month.getKey().substring(0, 4),
                new Row(
                        Texts.of("portal.routing-pages.butun-birimler"),
                        rows.stream().mapToInt(Row::many).sum(),
                        rows.stream().mapToInt(Row::first).sum(),
                        rows.stream().mapToInt(Row::amongThree).sum()),
                rows);
    }
}
