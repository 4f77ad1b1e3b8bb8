package tr.muhatap.denetim;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tr.muhatap.access.CurrentUser;
import tr.muhatap.access.Groups;
import tr.muhatap.audit.Bundles;
import tr.muhatap.audit.Verifications;
import tr.muhatap.basvuru.PersonalDataLog;
import tr.muhatap.dosya.DosyaService;
import tr.muhatap.engine.ProcessPictures;
import tr.muhatap.letter.Papers;
import tr.muhatap.problem.NotFoundException;
import tr.muhatap.text.Days;
import tr.muhatap.text.Digits;
import tr.muhatap.text.Texts;

/** Pages for auditors. Read-only; every access is logged. */
@Controller
@RequestMapping("/denetim")
class AuditPages {

    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final Verifications verifications;
    private final AuditTables tables;
    private final Timeline timeline;
    private final ProcessPictures pictures;
    private final ProcessSteps steps;
    private final Bundles bundles;
    private final DosyaService dosyalar;
    private final PersonalDataLog looks;
    private final Papers papers;
    private final CurrentUser currentUser;
    private final Clock clock;

    AuditPages(
            Verifications verifications,
            AuditTables tables,
            Timeline timeline,
            ProcessPictures pictures,
            ProcessSteps steps,
            Bundles bundles,
            DosyaService dosyalar,
            PersonalDataLog looks,
            Papers papers,
            CurrentUser currentUser,
            Clock clock) {
        this.currentUser = currentUser;
        this.verifications = verifications;
        this.tables = tables;
        this.timeline = timeline;
        this.pictures = pictures;
        this.steps = steps;
        this.bundles = bundles;
        this.dosyalar = dosyalar;
        this.looks = looks;
        this.papers = papers;
        this.clock = clock;
    }

    @GetMapping
    String start(@RequestParam(required = false, defaultValue = "") String no, Model model) {
        model.addAttribute("listeler", AuditList.values());
        model.addAttribute("denetci", currentUser.isIn(Groups.DENETCI));
        if (no.isBlank()) {
            return "denetim/baslangic";
        }
        String number = Digits.applicationNumber(no);
        if (dosyalar.mayOpen(number)) {
            return "redirect:/denetim/basvuru/" + number;
        }
        model.addAttribute("girilen", no.strip());
        model.addAttribute("hatalar", Map.of("no", Texts.of("denetim.basvuru-yok")));
        return "denetim/baslangic";
    }

    /** @param whole reads the whole log unless empty, which takes a while for a long one */
    @GetMapping("/dogrulama")
    String verification(@RequestParam(name = "tam", defaultValue = "") String whole, Model model) throws IOException {
        model.addAttribute("sonuc", verifications.run(!whole.isEmpty()));
        return "denetim/dogrulama";
    }

    @GetMapping("/basvuru/{number}")
    String timeline(
            @PathVariable String number,
            @RequestParam(name = "tur", required = false) @Nullable String asked,
            Model model) {
        var only = Timeline.Kind.at(asked).orElse(null);
        var lines = lines(number, only);
        model.addAttribute("numara", number);
        model.addAttribute("secilen", only);
        model.addAttribute("turler", Timeline.Kind.values());
        model.addAttribute("satirlar", lines);
        return "denetim/zaman-cizelgesi";
    }

    /** The models of the application's processes with the path taken. */
    @GetMapping("/basvuru/{number}/surec")
    String process(@PathVariable String number, Model model) {
        seen(number, Texts.of("denetim.yer.surec"));
        model.addAttribute("numara", number);
        model.addAttribute("resimler", pictures.of(number));
        model.addAttribute("adimlar", steps.of(number));
        return "denetim/surec";
    }

    @GetMapping("/basvuru/{number}/zaman-cizelgesi.csv")
    ResponseEntity<byte[]> csv(@PathVariable String number) {
        return file(table(number).csv(), CSV, number + "-zaman-cizelgesi.csv");
    }

    @GetMapping("/basvuru/{number}/zaman-cizelgesi.json")
    ResponseEntity<List<Timeline.Line>> json(@PathVariable String number) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(number + "-zaman-cizelgesi.json"))
                .body(lines(number, null));
    }

    @GetMapping("/basvuru/{number}/zaman-cizelgesi.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable String number) {
        var table = table(number);
        byte[] pdf = papers.pdf(
                "yazi/zaman-cizelgesi",
                Map.of(
                        "numara", number,
                        "bugun", Days.written(LocalDate.now(clock)),
                        "basliklar", table.heads(),
                        "satirlar",
                                table.rows().stream()
                                        .map(row -> row.stream()
                                                .map(Papers::printed)
                                                .toList())
                                        .toList()));
        return file(pdf, MediaType.APPLICATION_PDF, number + "-zaman-cizelgesi.pdf");
    }

    /** The input of {@code dogrula --paket}. */
    @GetMapping("/basvuru/{number}/paket.json")
    ResponseEntity<byte[]> bundle(@PathVariable String number) {
        seen(number, "denetim: paket");
        return file(
                bundles.of(number).getBytes(StandardCharsets.UTF_8),
                MediaType.APPLICATION_JSON,
                number + "-paket.json");
    }

    @GetMapping("/listeler/{list}")
    String list(@PathVariable String list, @ModelAttribute("suzgec") AuditTables.Asked asked, Model model) {
        var found = tables.read(list, asked, AuditTables.PAGE_SIZE);
        model.addAttribute("adres", list);
        model.addAttribute("liste", found.table());
        model.addAttribute("hatalar", found.faults());
        model.addAttribute("gecikenler", list.equals(AuditTables.LATE));
        model.addAttribute("tekTarih", list.equals(AuditTables.LATE) || list.equals(AuditTables.RIGHTS));
        var next = criteria(asked);
        if (found.next() != null) {
            next.put("once", found.next());
            model.addAttribute("sonraki", next);
        }
        model.addAttribute("olcut", criteria(asked));
        return "denetim/liste";
    }

    @GetMapping("/listeler/{list}/liste.csv")
    ResponseEntity<byte[]> csv(@PathVariable String list, @ModelAttribute("suzgec") AuditTables.Asked asked) {
        return listAsFile(list, asked, false);
    }

    @GetMapping("/listeler/{list}/liste.xlsx")
    ResponseEntity<byte[]> xlsx(@PathVariable String list, @ModelAttribute("suzgec") AuditTables.Asked asked) {
        return listAsFile(list, asked, true);
    }

    private ResponseEntity<byte[]> listAsFile(String list, AuditTables.Asked asked, boolean xlsx) {
        var found = tables.read(list, asked, AuditTables.MOST);
        if (!found.faults().isEmpty()) {
            return ResponseEntity.status(303)
                    .header(HttpHeaders.LOCATION, "/denetim/listeler/" + list)
                    .build();
        }
        return xlsx
                ? file(found.table().xlsx(), XLSX, "denetim-" + list + ".xlsx")
                : file(found.table().csv(), CSV, "denetim-" + list + ".csv");
    }

    private static Map<String, String> criteria(AuditTables.Asked asked) {
        var criteria = new LinkedHashMap<String, String>();
        criteria.put("tarih1", Objects.requireNonNullElse(asked.tarih1(), ""));
        criteria.put("tarih2", Objects.requireNonNullElse(asked.tarih2(), ""));
        criteria.put("kim", Objects.requireNonNullElse(asked.kim(), ""));
        criteria.values().removeIf(String::isBlank);
        return criteria;
    }

    private Table table(String number) {
        var rows = lines(number, null).stream()
                .map(line -> List.of(
                        AuditTables.time(line.at()),
                        line.kind().label(),
                        line.what(),
                        Objects.requireNonNullElse(line.detail(), ""),
                        line.who(),
                        line.ending()))
                .toList();
        return new Table(
                number, List.of(Texts.of("denetim.sutunlar.zaman-cizelgesi").split("; ")), rows, false);
    }

    private List<Timeline.Line> lines(String number, Timeline.@Nullable Kind only) {
        seen(number, Texts.of("denetim.yer.zaman-cizelgesi"));
        return timeline.of(number, only);
    }

    /** An application that the user may not see is treated as not existing. */
    private void seen(String number, String place) {
        if (!dosyalar.mayOpen(number)) {
            throw new NotFoundException(Texts.of("denetim.basvuru-yok"));
        }
        looks.viewed(number, place);
    }

    private static ResponseEntity<byte[]> file(byte[] content, MediaType type, String name) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(name))
                .body(content);
    }

    private static String attachment(String name) {
        return ContentDisposition.attachment().filename(name).build().toString();
    }
}
