package tr.muhatap.portal;

import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tr.muhatap.channel.Channel;
import tr.muhatap.intake.cagri.CallDesk;
import tr.muhatap.problem.InvalidInputException;
import tr.muhatap.problem.NotFoundException;
import tr.muhatap.text.Texts;

/** Calls that ended without an application, and the assignment of extensions. */
@Controller
@RequestMapping("/cagrilar")
class CallPages {

    private static final String PAGE = "/cagrilar";

    private final CallDesk calls;
    private final Forms forms;

    CallPages(CallDesk calls, Forms forms) {
        this.calls = calls;
        this.forms = forms;
    }

    @GetMapping
    String list(Model model) {
        var kept = forms.shown().orElse(null);
        var labels = Map.of(
                CallDesk.NOTE,
                Texts.of("portal.call-pages.gerekce"),
                CallDesk.EXTENSIONS,
                Texts.of("portal.call-pages.dahililer"));
        model.addAttribute("engel", kept == null ? null : kept.notice());
        model.addAttribute("hatalar", kept == null ? Map.of() : Forms.byField(kept.errors()));
        model.addAttribute("alanlar", labels);
        model.addAttribute("yerler", Map.of(CallDesk.NOTE, "cagrilar", CallDesk.EXTENSIONS, CallDesk.EXTENSIONS));
        model.addAttribute("cagrilar", calls.unrecorded());
        String typed = kept == null ? null : kept.single().get(CallDesk.EXTENSIONS);
        model.addAttribute("dahililer", typed == null ? calls.extensions() : typed);
        model.addAttribute("kanal", Channel.ofCalls().name());
        return "portal/cagrilar";
    }

    @PostMapping("/{id}/kenara")
    String setAside(@PathVariable long id, @RequestParam(defaultValue = "") String note, RedirectAttributes told) {
        try {
            calls.setAside(id, note);
            told.addFlashAttribute("oldu", Texts.of("portal.call-pages.kenara-alindi"));
            return "redirect:" + PAGE;
        } catch (InvalidInputException faulty) {
            return forms.again(PAGE, faulty);
        } catch (NotFoundException gone) {
            return forms.again(PAGE, gone.getMessage());
        }
    }

    @PostMapping("/dahililer")
    String keepExtensions(@RequestParam(defaultValue = "") String dahililer, RedirectAttributes told) {
        try {
            calls.keepExtensions(dahililer);
            told.addFlashAttribute("oldu", Texts.of("portal.call-pages.dahililer-kaydedildi"));
            return "redirect:" + PAGE;
        } catch (InvalidInputException faulty) {
            return forms.again(PAGE, faulty);
        }
    }
}
