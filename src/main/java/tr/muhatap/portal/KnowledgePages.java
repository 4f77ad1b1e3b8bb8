package tr.muhatap.portal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tr.muhatap.knowledge.KnownAnswer;
import tr.muhatap.knowledge.KnownAnswers;
import tr.muhatap.organization.Organization;
import tr.muhatap.problem.InvalidInputException;
import tr.muhatap.problem.NotFoundException;
import tr.muhatap.problem.RuleViolationException;
import tr.muhatap.text.Texts;

/** The answers that operators give on the spot: searched by all, written by the manager and the units. */
@Controller
class KnowledgePages {

    private static final String PAGE = "/soru-cevap";
    private static final int MOST = 200;
    private static final Map<String, String> LABELS = Map.of(
            "question", Texts.of("portal.knowledge-pages.soru"),
            "answer", Texts.of("portal.knowledge-pages.cevap"),
            "topic", Texts.of("portal.apply-page.konu"),
            "unit", Texts.of("portal.knowledge-pages.birim"));

    private final KnownAnswers answers;
    private final Organization organization;
    private final Forms forms;

    KnowledgePages(KnownAnswers answers, Organization organization, Forms forms) {
        this.answers = answers;
        this.organization = organization;
        this.forms = forms;
    }

    @GetMapping(PAGE)
    String all(@RequestParam(defaultValue = "") String ara, Model model) {
        var kept = forms.shown().orElse(null);
        model.addAttribute("ara", ara);
        model.addAttribute("sorular", answers.found(ara, MOST));
        form(kept == null ? Map.of() : kept.single(), model);
        model.addAttribute("engel", kept == null ? null : kept.notice());
        model.addAttribute("hatalar", kept == null ? Map.of() : Forms.byField(kept.errors()));
        model.addAttribute("yazabilir", answers.mayWrite());
        return "portal/soru-cevap";
    }

    @GetMapping(PAGE + "/{id}")
    String one(@PathVariable long id, Model model) {
        var answer = answers.find(id).orElseThrow(KnowledgePages::unknown);
        var kept = forms.shown().orElse(null);
        form(kept == null ? typed(answer) : kept.single(), model);
        model.addAttribute("engel", kept == null ? null : kept.notice());
        model.addAttribute("hatalar", kept == null ? Map.of() : Forms.byField(kept.errors()));
        model.addAttribute("soru", answer);
        model.addAttribute("yazabilir", answers.mayChange(answer));
        return "portal/sik-sorulan";
    }

    @PostMapping(PAGE)
    String add(@RequestParam Map<String, String> typed, RedirectAttributes told) {
        try {
            answers.add(of(typed));
            told.addFlashAttribute("oldu", Texts.of("portal.knowledge-pages.eklendi"));
            return "redirect:" + PAGE;
        } catch (InvalidInputException faulty) {
            return forms.again(PAGE, faulty);
        }
    }

    @PostMapping(PAGE + "/{id}")
    String change(
            @PathVariable long id,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "kaydet") String islem,
            @RequestParam Map<String, String> typed,
            RedirectAttributes told) {
        try {
            if (islem.equals("kaldir")) {
                answers.remove(id, version);
                told.addFlashAttribute("oldu", Texts.of("portal.knowledge-pages.kaldirildi"));
            } else {
                answers.change(id, version, of(typed));
                told.addFlashAttribute("oldu", Texts.of("portal.knowledge-pages.kaydedildi"));
            }
            return "redirect:" + PAGE;
        } catch (InvalidInputException faulty) {
            return forms.again(PAGE + "/" + id, faulty);
        } catch (RuleViolationException changedMeanwhile) {
            return forms.again(PAGE + "/" + id, changedMeanwhile.getMessage());
        }
    }

    private void form(Map<String, String> typed, Model model) {
        model.addAttribute("girilen", typed);
        model.addAttribute("alanlar", LABELS);
        model.addAttribute(
                "yerler", Map.of("question", "question", "answer", "answer", "topic", "topic", "unit", "unit"));
        model.addAttribute("konular", organization.topics());
        var units = answers.units();
        model.addAttribute(
                "birimler",
                organization.units().stream()
                        .filter(unit -> units.contains(unit.code()))
                        .toList());
        var names = new LinkedHashMap<String, String>();
        organization.topics().forEach(topic -> names.put(topic.code(), topic.name()));
        organization.units().forEach(unit -> names.put("birim:" + unit.code(), unit.name()));
        model.addAttribute("adlar", names);
    }

    private static KnownAnswers.Typed of(Map<String, String> typed) {
        return new KnownAnswers.Typed(
                typed.get("question"), typed.get("answer"), typed.get("topic"), typed.get("unit"));
    }

    private static Map<String, String> typed(KnownAnswer answer) {
        var typed = new LinkedHashMap<String, String>();
        typed.put("question", answer.question());
        typed.put("answer", answer.answer());
        typed.put("topic", answer.topic() == null ? "" : answer.topic());
        typed.put("unit", answer.unit() == null ? "" : answer.unit());
        return typed;
    }

    private static NotFoundException unknown() {
        return new NotFoundException(Texts.of("knowledge.yok"));
    }
}
