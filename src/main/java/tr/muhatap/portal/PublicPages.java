package tr.muhatap.portal;

import java.time.format.DateTimeFormatter;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tr.muhatap.basvuru.Tracking;
import tr.muhatap.calendar.OfficeClock;

/** Pages for everyone: the start page, and tracking with number and code. */
@Controller
class PublicPages {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private final Tracking tracking;
    private final Environment environment;

    PublicPages(Tracking tracking, Environment environment) {
        this.tracking = tracking;
        this.environment = environment;
    }

    @GetMapping("/")
    String start(Model model) {
        model.addAttribute("demo", environment.acceptsProfiles(Profiles.of("demo")));
        return "portal/baslangic";
    }

    @GetMapping("/takip")
    String askForCode() {
        return "portal/takip";
    }

    /** By POST, so that the code stands in no address and no log. */
    @PostMapping("/takip")
    String track(@RequestParam String number, @RequestParam String code, Model model) {
        var found = tracking.track(number, code);
        model.addAttribute("number", number);
        model.addAttribute("bulunamadi", found.isEmpty());
        found.ifPresent(basvuru -> {
            model.addAttribute("basvuru", basvuru);
            model.addAttribute("gelis", DAY.format(basvuru.receivedAt().atZone(OfficeClock.ISTANBUL)));
            model.addAttribute("sonGun", DAY.format(basvuru.deadline().lastDay()));
        });
        return "portal/takip";
    }
}
