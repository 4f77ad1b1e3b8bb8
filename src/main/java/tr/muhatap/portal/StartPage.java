package tr.muhatap.portal;

import java.time.ZonedDateTime;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import tr.muhatap.access.CurrentUser;
import tr.muhatap.access.Groups;
import tr.muhatap.calendar.OfficeClock;

/** The start page: three actions for citizens; waiting work and permitted pages for staff; the demonstration's clock. */
@Controller
class StartPage {

    private final CurrentUser currentUser;
    private final Ways ways;
    private final OwnWork work;
    private final ObjectProvider<DemoDesk> demo;
    private final OfficeClock clock;

    StartPage(CurrentUser currentUser, Ways ways, OwnWork work, ObjectProvider<DemoDesk> demo, OfficeClock clock) {
        this.currentUser = currentUser;
        this.ways = ways;
        this.work = work;
        this.demo = demo;
        this.clock = clock;
    }

    @GetMapping("/")
    String start(Model model) {
        var desk = demo.getIfAvailable();
        model.addAttribute("grupsuz", currentUser.groups().isEmpty());
        var cards = ways.open(desk != null);
        boolean isSignedIn = !currentUser.name().equals(CurrentUser.SYSTEM);
        model.addAttribute("kartlar", isSignedIn || desk != null ? cards : List.of());
        if (isSignedIn && !cards.isEmpty()) {
            model.addAttribute("sayilar", work.figures());
            if (work.hasTasks()) {
                model.addAttribute("isler", work.tasks());
                model.addAttribute("isSayisi", work.countOfTasks());
            }
        }
        if (desk != null) {
            model.addAttribute("tanitim", desk);
            model.addAttribute("simdi", ZonedDateTime.ofInstant(clock.instant(), OfficeClock.ISTANBUL));
            model.addAttribute("ileride", clock.offset().toDays());
            model.addAttribute("saatAcik", currentUser.isIn(Groups.CAMUNDA_ADMIN));
        }
        return "portal/baslangic";
    }
}
