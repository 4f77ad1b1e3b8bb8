package tr.muhatap.portal;

import java.time.ZonedDateTime;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import tr.muhatap.access.CurrentUser;
import tr.muhatap.access.Groups;
import tr.muhatap.calendar.OfficeClock;

/** The start page: links for citizens, cards for staff depending on their rights, and the demonstration's clock. */
@Controller
class StartPage {

    private final CurrentUser currentUser;
    private final Ways ways;
    private final ObjectProvider<DemoDesk> demo;
    private final OfficeClock clock;

    StartPage(CurrentUser currentUser, Ways ways, ObjectProvider<DemoDesk> demo, OfficeClock clock) {
        this.currentUser = currentUser;
        this.ways = ways;
        this.demo = demo;
        this.clock = clock;
    }

    @GetMapping("/")
    String start(Model model) {
        var desk = demo.getIfAvailable();
        model.addAttribute("grupsuz", currentUser.groups().isEmpty());
        model.addAttribute("kartlar", ways.open(desk != null));
        if (desk != null) {
            model.addAttribute("tanitim", desk);
            model.addAttribute("simdi", ZonedDateTime.ofInstant(clock.instant(), OfficeClock.ISTANBUL));
            model.addAttribute("ileride", clock.offset().toDays());
            model.addAttribute("saatAcik", currentUser.isIn(Groups.CAMUNDA_ADMIN));
        }
        return "portal/baslangic";
    }
}
