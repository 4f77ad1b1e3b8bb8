package tr.muhatap.denetim;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tr.muhatap.letter.Papers;
import tr.muhatap.liste.ListLog;
import tr.muhatap.problem.FieldError;
import tr.muhatap.problem.InvalidInputException;
import tr.muhatap.text.Days;
import tr.muhatap.text.Texts;

/** Pages for auditors' samples: drawing, findings and report. Auditors only. */
@Controller
@RequestMapping("/denetim/orneklemler")
class SamplePages {

    private static final String LIST = "denetim/orneklemler";
    private static final String ONE = "denetim/orneklem";

    private final Samples samples;
    private final ListLog log;
    private final Papers papers;
    private final Clock clock;

    SamplePages(Samples samples, ListLog log, Papers papers, Clock clock) {
        this.samples = samples;
        this.log = log;
        this.papers = papers;
        this.clock = clock;
    }

    @GetMapping
    String all(Model model) {
        return all(
                new Samples.Asked(
                        null, null, "25", null, UUID.randomUUID().toString().substring(0, 8)),
                Map.of(),
                model);
    }

    private String all(Samples.Asked asked, Map<String, String> faults, Model model) {
        model.addAttribute("suzgec", asked);
        model.addAttribute("hatalar", faults);
        model.addAttribute("katmanlar", Samples.Strata.values());
        model.addAttribute("orneklemler", samples.all());
        return LIST;
    }

    @PostMapping
    String draw(@ModelAttribute("suzgec") Samples.Asked asked, Model model) {
        try {
            return "redirect:/denetim/orneklemler/" + samples.draw(asked);
        } catch (InvalidInputException faulty) {
            return all(asked, byField(faulty), model);
        }
    }

    @GetMapping("/{id}")
    String one(@PathVariable long id, Model model) {
        model.addAttribute("hatalar", Map.of());
        return show(id, model);
    }

    private String show(long id, Model model) {
        var rows = samples.rows(id);
        model.addAttribute("o", samples.get(id));
        model.addAttribute("satirlar", rows);
        log.viewed("denetim/orneklem", Map.of("orneklem", String.valueOf(id)), numbers(rows));
        return ONE;
    }

    @PostMapping("/{id}/{ordinal}")
    String note(
            @PathVariable long id,
            @PathVariable int ordinal,
            @RequestParam(required = false) @Nullable String bulgu,
            @RequestParam(required = false) @Nullable String surum,
            HttpServletResponse response,
            Model model) {
        int seen = version(surum);
        try {
            if (samples.note(id, ordinal, bulgu, seen)) {
                return "redirect:/denetim/orneklemler/" + id + "#satir-" + ordinal;
            }
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            model.addAttribute("cakisma", true);
            model.addAttribute("hatalar", Map.of("bulgu", Texts.of("denetim.bulgu-degisti")));
        } catch (InvalidInputException faulty) {
            model.addAttribute("gorulen", seen);
            model.addAttribute("hatalar", byField(faulty));
        }
        model.addAttribute("yerler", Map.of("bulgu", "bulgu-" + ordinal));
        model.addAttribute("acik", ordinal);
        model.addAttribute("girilen", bulgu);
        return show(id, model);
    }

    /** An invalid version matches none. */
    private static int version(@Nullable String typed) {
        return typed != null && typed.matches("[0-9]{1,9}") ? Integer.parseInt(typed) : -1;
    }

    @GetMapping("/{id}/rapor.pdf")
    ResponseEntity<byte[]> report(@PathVariable long id) {
        var sample = samples.get(id);
        var rows = samples.rows(id);
        log.viewed("denetim/orneklem-rapor", Map.of("orneklem", String.valueOf(id)), numbers(rows));
        var values = new HashMap<String, Object>();
        values.put("o", sample);
        values.put("satirlar", rows);
        values.put("bugun", Days.written(LocalDate.now(clock)));
        values.put("cekildi", time(sample.at()));
        values.put("tarih1", Days.written(sample.from()));
        values.put("tarih2", Days.written(sample.until()));
        values.put(
                "bulgular",
                rows.stream().collect(Collectors.toMap(Samples.Row::ordinal, row -> Papers.printed(row.finding()))));
        values.put("bulgulu", rows.stream().filter(row -> row.finding() != null).count());
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("denetim-raporu-" + id + ".pdf")
                                .build()
                                .toString())
                .body(papers.pdf("yazi/denetim-raporu", values));
    }

    private static List<String> numbers(List<Samples.Row> rows) {
        return rows.stream().map(Samples.Row::number).toList();
    }

    private static String time(OffsetDateTime at) {
        return AuditTables.time(at.toInstant());
    }

    private static Map<String, String> byField(InvalidInputException faulty) {
        return faulty.errors().stream()
                .collect(Collectors.toMap(FieldError::field, FieldError::message, (first, second) -> first));
    }
}
