package tr.muhatap.portal;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tr.muhatap.basvuru.Approval;
import tr.muhatap.basvuru.StaffTasks;
import tr.muhatap.basvuru.UnitDecision;
import tr.muhatap.dosya.Dosya;
import tr.muhatap.dosya.TaskSteps;
import tr.muhatap.form.KeptForm;
import tr.muhatap.problem.InvalidInputException;
import tr.muhatap.problem.RuleViolationException;
import tr.muhatap.text.Texts;

/** The form of the open user task on an application's own page, with the same rules and fields as in Tasklist. */
@Controller
class FileSteps {

    /** Last path segment of the form's action. */
    static final String ADDRESS = "gorev";

    /** Available decisions by user task. */
    private static final Map<String, List<Choice>> DECISIONS = Map.of(
            "Cevap_Hazirlama",
                    List.of(
                            new Choice(UnitDecision.CEVAP.name(), Texts.of("portal.gorev.cevap")),
                            new Choice(UnitDecision.IADE.name(), Texts.of("portal.gorev.iade"))),
            "Cevap_Onayi",
                    List.of(
                            new Choice(Approval.ONAY.name(), Texts.of("portal.gorev.onay")),
                            new Choice(Approval.DUZELT.name(), Texts.of("portal.gorev.duzelt"))));

    /** Labels of the form's fields in the error summary. */
    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("decision", Texts.of("portal.gorev.alan.karar")),
            Map.entry("unit", Texts.of("portal.gorev.alan.birim")),
            Map.entry("topic", Texts.of("portal.gorev.alan.konu")),
            Map.entry("reason", Texts.of("portal.gorev.alan.gerekce")),
            Map.entry("target", Texts.of("portal.gorev.alan.hedef")),
            Map.entry("answer.outcome", Texts.of("portal.gorev.alan.sonuc")),
            Map.entry("answer.text", Texts.of("portal.gorev.alan.metin")),
            Map.entry("answer.ground", Texts.of("portal.gorev.alan.dayanak")));

    /** Additional fields that some articles of 4982 require, as the server decides. */
    private static final List<String> GROUND_FIELDS =
            List.of("publishedIn", "publishedOn", "publishedHow", "announcedOn", "unmetCondition");

    private final TaskSteps steps;
    private final StaffTasks tasks;
    private final Forms forms;
    private final NextTaskPages next;

    FileSteps(TaskSteps steps, StaffTasks tasks, Forms forms, NextTaskPages next) {
        this.next = next;
        this.steps = steps;
        this.tasks = tasks;
        this.forms = forms;
    }

    /** A decision in the form. */
    record Choice(String code, String label) {}

    /** Adds the form of the current user's open task, with previous input. */
    void show(Dosya dosya, @Nullable KeptForm kept, Model model) {
        steps.waitsForCurrentUser(dosya.number()).ifPresent(element -> {
            model.addAttribute("gorev", element);
            model.addAttribute(
                    "gorevAdi",
                    tasks.step(element).map(StaffTasks.TaskKind::label).orElse(element));
            model.addAttribute(
                    "gorevKararlari",
                    element.equals("On_Inceleme")
                            ? dosya.options().reviewDecisions().stream()
                                    .map(each -> new Choice(each.code(), each.label()))
                                    .toList()
                            : DECISIONS.getOrDefault(element, List.of()));
            model.addAttribute(
                    "gorevBilgileri",
                    dosya.options().grounds().stream()
                            .flatMap(ground -> ground.fields().stream())
                            .distinct()
                            .toList());
            model.addAttribute("gorevGirilen", kept == null ? stored(dosya) : kept.single());
            model.addAttribute("gorevHatalari", kept == null ? Map.of() : Forms.byField(kept.errors()));
        });
    }

    /** Element ids of the fields. */
    static Map<String, String> places() {
        var places = new HashMap<String, String>();
        LABELS.keySet().forEach(field -> places.put(field, "gorev-" + field.replace("answer.", "")));
        GROUND_FIELDS.forEach(field -> places.put("answer." + field, "gorev-" + field));
        return places;
    }

    static Map<String, String> labels() {
        return LABELS;
    }

    private static Map<String, String> stored(Dosya dosya) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("topic", Objects.requireNonNullElse(dosya.topic(), ""));
        fields.put("reason", Objects.requireNonNullElse(dosya.reason(), ""));
        fields.put("target", Objects.requireNonNullElse(dosya.target(), ""));
        var proposed = dosya.proposedUnit();
        fields.put("unit", proposed == null ? "" : proposed.code());
        var answer = dosya.answer();
        if (answer != null) {
            fields.put("answer.outcome", answer.outcome().name());
            fields.put("answer.text", answer.text());
            fields.put("answer.ground", Objects.requireNonNullElse(answer.ground(), ""));
            fields.put("answer.secretPartsRemoved", answer.secretPartsRemoved() ? "true" : "");
            answer.groundFacts().forEach(fact -> fields.put("answer." + fact.field(), fact.value()));
        }
        return fields;
    }

    /** Whether somebody wrote or chose something in the form. */
    static boolean isTyped(Map<String, String> fields) {
        return LABELS.keySet().stream()
                .anyMatch(field -> !fields.getOrDefault(field, "").isBlank());
    }

    @PostMapping("/dosya/{number}/" + ADDRESS)
    String take(@PathVariable String number, @RequestParam Map<String, String> fields, RedirectAttributes told) {
        String page = "/dosya/" + number;
        try {
            var status = steps.take(number, fields);
            told.addFlashAttribute("oldu", Texts.of("portal.gorev.tamamlandi", status.label()));
        } catch (InvalidInputException faulty) {
            return forms.again(page, faulty);
        } catch (RuleViolationException forbidden) {
            return forms.again(page, forbidden.getMessage());
        } catch (ConcurrencyFailureException raced) {
            return forms.again(page, Texts.of("portal.gorev.arada-degisti"));
        }
        if ("siradaki".equals(fields.get("sonra"))) {
            return next.take(number, told);
        }
        return "redirect:" + page;
    }
}
