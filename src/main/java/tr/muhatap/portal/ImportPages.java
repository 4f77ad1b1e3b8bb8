package tr.muhatap.portal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tr.muhatap.attachment.AttachmentHttp;
import tr.muhatap.intake.aktarim.ColumnMap;
import tr.muhatap.intake.aktarim.ImportState;
import tr.muhatap.intake.aktarim.Imports;
import tr.muhatap.intake.aktarim.ListFormat;
import tr.muhatap.intake.aktarim.RowOutcome;
import tr.muhatap.intake.aktarim.SourceComparison;
import tr.muhatap.intake.aktarim.SourceField;
import tr.muhatap.intake.aktarim.WordTable;
import tr.muhatap.problem.InvalidInputException;
import tr.muhatap.problem.RuleViolationException;
import tr.muhatap.text.Texts;

/** Imports of lists from CİMER and Açık Kapı: comparison, registration, and answers for the source. */
@Controller
@RequestMapping("/aktarim")
class ImportPages {

    private static final String PAGE = "/aktarim";
    private static final String WORDS = "/aktarim/kelimeler";

    private static final Map<String, String> LABELS = labels();

    private final Imports imports;
    private final SourceComparison comparison;
    private final Forms forms;

    ImportPages(Imports imports, SourceComparison comparison, Forms forms) {
        this.imports = imports;
        this.comparison = comparison;
        this.forms = forms;
    }

    private static Map<String, String> labels() {
        var labels = new LinkedHashMap<String, String>();
        labels.put(Imports.FILE, Texts.of("portal.import-pages.liste"));
        labels.put(Imports.CHANNEL, Texts.of("portal.kabul-form.kanal"));
        labels.put(Imports.MAP, Texts.of("portal.import-pages.sutun-eslemesi"));
        labels.put("name", Texts.of("portal.import-pages.eslemenin-adi"));
        for (var kind : WordTable.Kind.values()) {
            labels.put(kind.name(), kind.label());
        }
        for (var field : SourceField.values()) {
            labels.putIfAbsent(field.name(), field.label());
        }
        return Map.copyOf(labels);
    }

    @GetMapping
    String list(Model model) {
        var kept = forms.shown().orElse(null);
        addFaults(model, kept);
        model.addAttribute("girilen", kept == null ? Map.of() : kept.single());
        model.addAttribute("aktarimlar", imports.newest());
        model.addAttribute("kanallar", Imports.channels());
        model.addAttribute("eslemeler", imports.keptMaps(null));
        model.addAttribute("cevaplar", comparison.waitingAnswers());
        return "portal/aktarim";
    }

    @PostMapping
    String handIn(
            @RequestParam(defaultValue = "") String channel,
            @RequestParam(required = false) @Nullable String map,
            @RequestParam(required = false) @Nullable List<MultipartFile> file) {
        try {
            var uploads = AttachmentHttp.uploads(file);
            return "redirect:" + PAGE + "/"
                    + imports.examine(channel, map, uploads.isEmpty() ? null : uploads.get(0))
                            .id();
        } catch (InvalidInputException faulty) {
            return forms.again(PAGE, faulty);
        }
    }

    @GetMapping("/{id}")
    String one(@PathVariable String id, Model model) {
        var view = imports.view(id);
        var fitted = view.map().on(view.format().headers());
        addFaults(model, forms.shown().orElse(null));
        model.addAttribute("aktarim", view);
        model.addAttribute("sayilar", counts(view));
        model.addAttribute("onizleme", view.state() == ImportState.INCELENDI);
        model.addAttribute("islenir", view.state().isOpen());
        model.addAttribute("durdurulur", view.state().isStoppable());
        model.addAttribute("surdurulur", view.state() == ImportState.DURDURULDU);
        model.addAttribute("yeterli", fitted.suffices());
        model.addAttribute("eksikler", fitted.missing());
        model.addAttribute("kullanilmayanlar", fitted.unused());
        model.addAttribute("sutunlar", fitted.at());
        model.addAttribute("alanlarinTamami", SourceField.values());
        model.addAttribute("ayiraclar", ListFormat.delimiters());
        model.addAttribute("kumeler", ListFormat.charsets());
        model.addAttribute("alinamayanlar", imports.rows(id, RowOutcome.RET, Imports.SHOWN));
        model.addAttribute("degisenler", imports.rows(id, RowOutcome.DEGISMIS, Imports.SHOWN));
        model.addAttribute("yeniler", imports.rows(id, RowOutcome.ALINDI, Imports.SHOWN));
        model.addAttribute("kaynaktaYok", comparison.missingAtSource(view));
        return "portal/aktarim-listesi";
    }

    private static Map<String, Integer> counts(Imports.View view) {
        var counts = new LinkedHashMap<String, Integer>();
        for (var outcome : RowOutcome.values()) {
            boolean done = outcome == RowOutcome.ALINDI
                    && view.state() != ImportState.INCELENDI
                    && view.state() != ImportState.INCELENIYOR;
            counts.put(
                    done ? Texts.of("portal.import-pages.alinan") : outcome.label(),
                    view.counts().getOrDefault(outcome, 0));
        }
        return counts;
    }

    @PostMapping("/{id}/bicim")
    String reform(@PathVariable String id, @RequestParam Map<String, String> typed, RedirectAttributes told) {
        return done(id, told, () -> {
            var view = imports.view(id);
            var columns = new EnumMap<SourceField, String>(SourceField.class);
            for (var field : SourceField.values()) {
                String column = typed.getOrDefault("sutun-" + field.name(), "");
                if (!column.isBlank()) {
                    columns.put(field, column);
                }
            }
            String delimiter = typed.getOrDefault("ayirac", "");
            imports.reform(
                    id,
                    new ListFormat.Wish(
                            typed.get("kume"),
                            delimiter.isEmpty() ? null : Character.valueOf(delimiter.charAt(0)),
                            typed.get("sayfa"),
                            number(typed.get("baslik"))),
                    new ColumnMap(view.map().name(), view.channel().name(), columns));
            return Texts.of("portal.import-pages.liste-yeniden-inceleniyor");
        });
    }

    @PostMapping("/{id}/esleme")
    String keepMap(@PathVariable String id, @RequestParam(defaultValue = "") String name, RedirectAttributes told) {
        return done(id, told, () -> {
            imports.keepMap(id, name);
            return Texts.of("portal.import-pages.sutun-eslemesi-saklandi");
        });
    }

    @PostMapping("/{id}/basla")
    String take(@PathVariable String id, RedirectAttributes told) {
        return done(id, told, () -> {
            imports.take(id);
            return Texts.of("portal.import-pages.aktarim-basladi-durumu-gormek-icin");
        });
    }

    @PostMapping("/{id}/durdur")
    String stop(@PathVariable String id, RedirectAttributes told) {
        return done(id, told, () -> {
            imports.stop(id);
            return Texts.of("portal.import-pages.aktarim-durduruldu-alinan-basvurular-kayitli");
        });
    }

    @PostMapping("/{id}/surdur")
    String resume(@PathVariable String id, RedirectAttributes told) {
        return done(id, told, () -> {
            imports.resume(id);
            return Texts.of("portal.import-pages.aktarim-kaldigi-yerden-suruyor");
        });
    }

    /** Downloads the refused rows in the list's original format. */
    @GetMapping("/{id}/alinamayanlar")
    ResponseEntity<byte[]> refused(@PathVariable String id) {
        var view = imports.view(id);
        boolean workbook = view.format().type() == ListFormat.Type.XLSX;
        var written = new java.io.ByteArrayOutputStream();
        imports.refusedRows(id, written);
        return file("alinamayanlar." + (workbook ? "xlsx" : "csv"), workbook, written.toByteArray());
    }

    /** Downloads the answers still to be entered at the source. */
    @GetMapping("/cevaplar")
    ResponseEntity<byte[]> answers(@RequestParam String kanal) {
        return file("cevaplar.csv", false, comparison.answers(kanal));
    }

    private static ResponseEntity<byte[]> file(String name, boolean workbook, byte[] content) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(
                        workbook ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" : "text/csv"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .cacheControl(CacheControl.noStore())
                .body(content);
    }

    @GetMapping("/kelimeler")
    String words(Model model) {
        var kept = forms.shown().orElse(null);
        addFaults(model, kept);
        var words = new LinkedHashMap<String, String>();
        imports.words().forEach((kind, lines) -> words.put(kind.name(), lines));
        if (kept != null) {
            words.putAll(kept.single());
        }
        model.addAttribute("kelimeler", words);
        model.addAttribute("turler", WordTable.Kind.values());
        model.addAttribute(
                "degerler",
                Arrays.stream(WordTable.Kind.values())
                        .collect(Collectors.toMap(
                                WordTable.Kind::name, kind -> String.join(", ", imports.values(kind)))));
        return "portal/aktarim-kelimeler";
    }

    @PostMapping("/kelimeler")
    String keepWords(
            @RequestParam WordTable.Kind alan, @RequestParam Map<String, String> typed, RedirectAttributes told) {
        try {
            imports.keepWords(alan, typed.getOrDefault(alan.name(), ""));
            told.addFlashAttribute("oldu", Texts.of("portal.import-pages.kelimeler-kaydedildi"));
            return "redirect:" + WORDS;
        } catch (InvalidInputException faulty) {
            return forms.again(WORDS, faulty);
        }
    }

    private static void addFaults(Model model, tr.muhatap.form.@Nullable KeptForm kept) {
        model.addAttribute("engel", kept == null ? null : kept.notice());
        model.addAttribute("hatalar", kept == null ? Map.of() : Forms.byField(kept.errors()));
        model.addAttribute(
                "yerler", LABELS.keySet().stream().collect(Collectors.toMap(field -> field, field -> field)));
        model.addAttribute("alanlar", LABELS);
    }

    private interface Deed {
        String run();
    }

    private String done(String id, RedirectAttributes told, Deed deed) {
        String page = PAGE + "/" + id;
        try {
            told.addFlashAttribute("oldu", deed.run());
            return "redirect:" + page;
        } catch (InvalidInputException faulty) {
            return forms.again(page, faulty);
        } catch (RuleViolationException refused) {
            return forms.again(page, refused.getMessage());
        }
    }

    private static @Nullable Integer number(@Nullable String typed) {
        return typed != null && typed.matches("[1-9][0-9]{0,3}") ? Integer.valueOf(typed) : null;
    }
}
