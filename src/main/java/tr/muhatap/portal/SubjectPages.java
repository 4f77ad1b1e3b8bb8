package tr.muhatap.portal;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tr.muhatap.problem.InvalidInputException;
import tr.muhatap.subject.SubjectReports;
import tr.muhatap.text.Texts;

/** The report of everything held on one person, as PDF or JSON. Who the person is never stands in an address. */
@Controller
class SubjectPages {

    private static final String PAGE = "/veri-sahibi";
    private static final Map<String, String> LABELS = Map.of(
            "tc", Texts.of("portal.veri-sahibi.tc"),
            "telefon", Texts.of("portal.veri-sahibi.telefon"),
            "eposta", Texts.of("portal.veri-sahibi.e-posta"),
            "ad", Texts.of("portal.veri-sahibi.ad"),
            "soyad", Texts.of("portal.veri-sahibi.soyad"),
            "gerekce", Texts.of("portal.veri-sahibi.gerekce"));

    private final SubjectReports reports;
    private final Forms forms;

    SubjectPages(SubjectReports reports, Forms forms) {
        this.reports = reports;
        this.forms = forms;
    }

    @GetMapping(PAGE)
    String ask(Model model) {
        var kept = forms.shown().orElse(null);
        model.addAttribute("hatalar", kept == null ? Map.of() : Forms.byField(kept.errors()));
        model.addAttribute("girilen", kept == null ? Map.of() : kept.single());
        model.addAttribute("alanlar", LABELS);
        return "portal/veri-sahibi";
    }

    /** @param bicim {@code json}; else the PDF */
    @PostMapping(PAGE)
    Object report(
            @RequestParam(required = false) @Nullable String tc,
            @RequestParam(required = false) @Nullable String telefon,
            @RequestParam(required = false) @Nullable String eposta,
            @RequestParam(required = false) @Nullable String ad,
            @RequestParam(required = false) @Nullable String soyad,
            @RequestParam(required = false) @Nullable String gerekce,
            @RequestParam(defaultValue = "pdf") String bicim) {
        SubjectReports.Report report;
        try {
            report = reports.make(new SubjectReports.Asked(tc, telefon, eposta, ad, soyad, gerekce));
        } catch (InvalidInputException faulty) {
            return forms.again(PAGE, faulty);
        }
        boolean asJson = bicim.equals("json");
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(asJson ? MediaType.APPLICATION_JSON : MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("veri-sahibi-raporu." + (asJson ? "json" : "pdf"))
                                .build()
                                .toString())
                .body(asJson ? reports.json(report) : reports.pdf(report));
    }
}
