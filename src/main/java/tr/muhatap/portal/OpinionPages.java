package tr.muhatap.portal;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import tr.muhatap.basvuru.OpinionRegister;

/** Open requests to other bodies in the whole office, without personal data. */
@Controller
class OpinionPages {

    private final OpinionRegister opinions;
    private final Clock clock;

    OpinionPages(OpinionRegister opinions, Clock clock) {
        this.opinions = opinions;
        this.clock = clock;
    }

    @GetMapping("/gorusler")
    String open(Model model) {
        model.addAttribute("gorusler", opinions.open());
        model.addAttribute("bugun", LocalDate.now(clock));
        return "portal/gorusler";
    }
}
