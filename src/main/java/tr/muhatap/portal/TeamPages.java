package tr.muhatap.portal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tr.muhatap.basvuru.StaffTasks;
import tr.muhatap.deputy.Substitutions;
import tr.muhatap.deputy.TeamTasks;
import tr.muhatap.problem.InvalidInputException;
import tr.muhatap.problem.RuleViolationException;
import tr.muhatap.text.Texts;

/** One's group: deputies, what absent colleagues have taken, and for managers how much everybody has. */
@Controller
class TeamPages {

    static final String PAGE = "/ekip";

    private final Substitutions substitutions;
    private final TeamTasks team;
    private final StaffTasks tasks;
    private final Forms forms;

    TeamPages(Substitutions substitutions, TeamTasks team, StaffTasks tasks, Forms forms) {
        this.substitutions = substitutions;
        this.team = team;
        this.tasks = tasks;
        this.forms = forms;
    }

    @GetMapping(PAGE)
    String show(Model model) {
        boolean manages = substitutions.isManager();
        var concerned = substitutions.concerned();
        model.addAttribute("vekaletler", concerned);
        model.addAttribute(
                "bitirebilir",
                concerned.stream()
                        .filter(substitutions::mayEnd)
                        .map(one -> one.id())
                        .toList());
        model.addAttribute("kalanlar", team.left());
        model.addAttribute("sorulanlar", team.askedAbout());
        model.addAttribute("meslektaslar", tasks.colleagues());
        model.addAttribute("yonetici", manages);
        model.addAttribute("yukler", manages ? team.load() : List.of());
        var kept = forms.shown().orElse(null);
        model.addAttribute("girilen", kept == null ? Map.of() : kept.single());
        model.addAttribute("hatalar", kept == null ? Map.of() : Forms.byField(kept.errors()));
        model.addAttribute("engel", kept == null ? null : kept.notice());
        model.addAttribute("gonderilen", kept == null ? "" : kept.action());
        model.addAttribute(
                "yerler",
                Map.of(
                        "absent",
                        "absent",
                        "deputy",
                        "deputy",
                        "firstDay",
                        "firstDay",
                        "lastDay",
                        "lastDay",
                        "from",
                        "from",
                        "to",
                        "to",
                        "reason",
                        kept != null && kept.action().endsWith("/devret") ? "devir-reason" : "reason"));
        model.addAttribute("alanlar", labels());
        return "portal/ekip";
    }

    private static Map<String, String> labels() {
        var labels = new HashMap<String, String>();
        labels.put("absent", Texts.of("portal.team-pages.yerine"));
        labels.put("deputy", Texts.of("portal.team-pages.vekil"));
        labels.put("firstDay", Texts.of("portal.team-pages.baslangic"));
        labels.put("lastDay", Texts.of("portal.team-pages.bitis"));
        labels.put("from", Texts.of("portal.team-pages.kimden"));
        labels.put("to", Texts.of("portal.team-pages.kime"));
        labels.put("reason", Texts.of("portal.inquiry-pages.gerekce"));
        return labels;
    }

    @PostMapping(PAGE + "/vekalet")
    String set(
            @RequestParam(required = false) @Nullable String absent,
            @RequestParam(required = false) @Nullable String deputy,
            @RequestParam(required = false) @Nullable String firstDay,
            @RequestParam(required = false) @Nullable String lastDay,
            RedirectAttributes told) {
        return done(() -> substitutions.set(absent, deputy, firstDay, lastDay), "portal.team-pages.kaydedildi", told);
    }

    @PostMapping(PAGE + "/vekalet/{id}/bitir")
    String end(@PathVariable long id, RedirectAttributes told) {
        return done(() -> substitutions.end(id), "portal.team-pages.bitti", told);
    }

    @PostMapping(PAGE + "/gorev/{task}/vekaleten")
    String takeAsDeputy(@PathVariable String task, RedirectAttributes told) {
        return done(() -> team.takeAsDeputy(task), "portal.team-pages.ustlenildi", told);
    }

    @PostMapping(PAGE + "/gorev/{task}/geri-ver")
    String giveBack(
            @PathVariable String task,
            @RequestParam(required = false) @Nullable String reason,
            RedirectAttributes told) {
        return done(() -> team.giveBack(task, reason), "portal.team-pages.geri-verildi", told);
    }

    @PostMapping(PAGE + "/gorev/{task}/kalsin")
    String keep(@PathVariable String task, RedirectAttributes told) {
        return done(() -> team.keep(task), "portal.team-pages.kaliyor", told);
    }

    @PostMapping(PAGE + "/devret")
    String handOver(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String reason,
            RedirectAttributes told) {
        try {
            int moved = team.handOver(from, to, reason);
            told.addFlashAttribute("oldu", Texts.of("portal.team-pages.devredildi", moved));
        } catch (InvalidInputException faulty) {
            return forms.again(PAGE, faulty);
        }
        return "redirect:" + PAGE;
    }

    private String done(Runnable work, String words, RedirectAttributes told) {
        try {
            work.run();
        } catch (InvalidInputException faulty) {
            return forms.again(PAGE, faulty);
        } catch (RuleViolationException forbidden) {
            return forms.again(PAGE, forbidden.getMessage());
        }
        told.addFlashAttribute("oldu", Texts.of(words));
        return "redirect:" + PAGE;
    }
}
