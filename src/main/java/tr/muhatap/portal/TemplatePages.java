package tr.muhatap.portal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tr.muhatap.basvuru.Basvuru;
import tr.muhatap.organization.Organization;
import tr.muhatap.organization.Topic;
import tr.muhatap.problem.InvalidInputException;
import tr.muhatap.problem.NotFoundException;
import tr.muhatap.problem.RuleViolationException;
import tr.muhatap.template.AnswerTemplate;
import tr.muhatap.template.AnswerTemplates;
import tr.muhatap.template.TemplateField;
import tr.muhatap.text.Texts;

/** Pages for managers to maintain the answer templates. */
@Controller
class TemplatePages {

    private static final String NEW = "yeni";
    private static final Map<String, String> LABELS = Map.of(
            "title",
            Texts.of("portal.template-pages.sablonun-adi"),
            "topic",
            Texts.of("portal.apply-page.konu"),
            "outcome",
            Texts.of("portal.template-pages.sonuc"),
            "text",
            Texts.of("portal.dosya-pages.metin"));

    private final AnswerTemplates templates;
    private final Organization organization;

    private final Forms forms;

    TemplatePages(AnswerTemplates templates, Organization organization, Forms forms) {
        this.forms = forms;
        this.templates = templates;
        this.organization = organization;
    }

    @GetMapping("/sablonlar")
    String all(Model model) {
        model.addAttribute("sablonlar", templates.all());
        model.addAttribute("konuAdlari", topicNames());
        return "portal/sablonlar";
    }

    @GetMapping("/sablonlar/{id}")
    String one(@PathVariable String id, Model model) {
        var versions = versions(id);
        var kept = forms.shown().orElse(null);
        if (kept != null) {
            model.addAttribute("engel", kept.notice());
            model.addAttribute("degisti", kept.message() != null);
            return show(id, versions, kept.single(), Forms.byField(kept.errors()), model);
        }
        var typed = new LinkedHashMap<String, String>();
        if (!versions.isEmpty()) {
            var current = versions.get(0);
            typed.put("version", String.valueOf(current.version()));
            typed.put("title", current.title());
            typed.put("topic", current.topic() == null ? "" : current.topic());
            typed.put("outcome", current.outcome().name());
            typed.put("text", current.text());
        }
        return show(id, versions, typed, Map.of(), model);
    }

    @PostMapping("/sablonlar/{id}")
    String save(
            @PathVariable String id,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "kaydet") String islem,
            @RequestParam Map<String, String> typed,
            RedirectAttributes redirect) {
        try {
            var words = new AnswerTemplates.Typed(
                    typed.get("title"), typed.get("topic"), typed.get("outcome"), typed.get("text"));
            if (id.equals(NEW)) {
                templates.add(words);
            } else if (islem.equals("kaldir")) {
                templates.remove(id, version);
            } else {
                templates.change(id, version, words);
            }
            redirect.addFlashAttribute(
                    "oldu",
                    islem.equals("kaldir")
                            ? Texts.of("portal.template-pages.sablon-kaldirildi")
                            : Texts.of("portal.template-pages.sablon-kaydedildi"));
            return "redirect:/sablonlar";
        } catch (InvalidInputException faulty) {
            return forms.again("/sablonlar/" + id, faulty);
        } catch (RuleViolationException changedMeanwhile) {
            return forms.again("/sablonlar/" + id, changedMeanwhile.getMessage());
        }
    }

    private String show(
            String id,
            List<AnswerTemplate> versions,
            Map<String, String> typed,
            Map<String, String> errors,
            Model model) {
        model.addAttribute("kimlik", id);
        model.addAttribute("surumler", versions);
        model.addAttribute("girilen", typed);
        model.addAttribute("hatalar", errors);
        model.addAttribute("alanlar", LABELS);
        model.addAttribute("konular", organization.topics());
        model.addAttribute("konuAdlari", topicNames());
        model.addAttribute("sonuclar", Basvuru.ANSWERS);
        model.addAttribute("yerTutucular", TemplateField.values());
        return "portal/sablon";
    }

    private List<AnswerTemplate> versions(String id) {
        var versions = templates.versions(id);
        if (!id.equals(NEW) && (versions.isEmpty() || versions.get(0).removed())) {
            throw new NotFoundException(Texts.of("portal.template-pages.boyle-bir-sablon-yok"));
        }
        return versions;
    }

    private Map<String, String> topicNames() {
        var names = new LinkedHashMap<String, String>();
        for (Topic topic : organization.topics()) {
            names.put(topic.code(), topic.name());
        }
        return names;
    }
}
