package tr.muhatap.portal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tr.muhatap.channel.Channel;
import tr.muhatap.deadline.ServiceStandards;
import tr.muhatap.problem.NotFoundException;
import tr.muhatap.reporting.OpenData;
import tr.muhatap.reporting.OpenData.Dimension;
import tr.muhatap.reporting.OpenData.Month;
import tr.muhatap.reporting.OpenData.Row;
import tr.muhatap.reporting.SharePicture;
import tr.muhatap.text.SpreadsheetText;
import tr.muhatap.text.Texts;

/** Published figures: open data by month, and shares of answers in time. */
@Controller
class OpenDataPages {

    private static final String DATA = "/acik-veri";
    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("LLLL yyyy", Locale.forLanguageTag("tr"));
    private static final CacheControl KEPT =
            CacheControl.maxAge(Duration.ofMinutes(10)).cachePublic();
    private static final CSVFormat CSV = CSVFormat.RFC4180;

    private final OpenData data;
    private final ServiceStandards standards;
    private final String institution;
    private final String baseUrl;

    OpenDataPages(
            OpenData data,
            ServiceStandards standards,
            @Value("${muhatap.letter.institution:}") String institution,
            @Value("${muhatap.notification.base-url:http://localhost:8080}") String baseUrl) {
        this.data = data;
        this.standards = standards;
        this.institution = institution;
        this.baseUrl = baseUrl;
    }

    /** A month in the page's list. */
    record Line(String month, String name, @Nullable Long total) {}

    /** A row of the data as JSON; withheld values are null and marked. */
    record JsonRow(
            String ay,
            String boyut,
            String kod,
            String ad,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            Long basvuru,

            @JsonProperty("ortanca_gun") @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            Integer medianDays,

            @JsonProperty("zamaninda_yuzde") @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            Integer onTimePercent,

            boolean gizlendi) {}

    /** A month of the data as JSON. */
    record JsonMonth(
            String ay,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            Long toplam,

            List<JsonRow> satirlar) {}

    /** Share of a channel or unit. */
    record ShareLine(
            String name,
            @Nullable String limit,
            @Nullable Integer onTimePercent,
            @Nullable Integer medianDays) {}

    @GetMapping(DATA)
    String overview(Model model) {
        model.addAttribute(
                "aylar",
                data.months().stream()
                        .map(month -> new Line(month.month().toString(), MONTH.format(month.month()), month.total()))
                        .toList());
        return "portal/acik-veri";
    }

    @GetMapping("/seffaflik")
    String onTime(Model model) {
        model.addAttribute("donem", data.period().written());
        model.addAttribute("kanallar", shares(Dimension.KANAL));
        model.addAttribute("birimler", shares(Dimension.BIRIM));
        model.addAttribute(
                "kanalResmi", SharePicture.of("kanal", Texts.of("reporting.seffaflik.kanal"), of(Dimension.KANAL)));
        model.addAttribute(
                "birimResmi", SharePicture.of("birim", Texts.of("reporting.seffaflik.birim"), of(Dimension.BIRIM)));
        return "portal/seffaflik";
    }

    /** Downloads all months in one file. */
    @GetMapping(DATA + "/basvurular.csv")
    void csv(HttpServletResponse response) throws IOException {
        csv("basvurular", data.months(), response);
    }

    @GetMapping(DATA + "/{ay:[0-9]{4}-[0-9]{2}}.csv")
    void csvOfMonth(@PathVariable String ay, HttpServletResponse response) throws IOException {
        csv(ay, List.of(month(ay)), response);
    }

    @GetMapping(DATA + "/basvurular.json")
    ResponseEntity<List<JsonMonth>> json() {
        return kept(data.months().stream().map(OpenDataPages::json).toList(), MediaType.APPLICATION_JSON);
    }

    @GetMapping(DATA + "/{ay:[0-9]{4}-[0-9]{2}}.json")
    ResponseEntity<JsonMonth> jsonOfMonth(@PathVariable String ay) {
        return kept(json(month(ay)), MediaType.APPLICATION_JSON);
    }

    /** The catalogue as DCAT 3 in JSON-LD. */
    @GetMapping(DATA + "/katalog.jsonld")
    ResponseEntity<java.util.Map<String, Object>> catalogue() {
        var datasets = new ArrayList<java.util.Map<String, Object>>();
        datasets.add(dataset(
                "basvurular",
                Texts.of("reporting.acik-veri.hepsi"),
                data.period().written()));
        for (var month : data.months()) {
            datasets.add(dataset(
                    month.month().toString(),
                    Texts.of("reporting.acik-veri.ay", MONTH.format(month.month())),
                    month.month().toString()));
        }
        return kept(
                java.util.Map.of(
                        "@context",
                        java.util.Map.of(
                                "dcat", "http://www.w3.org/ns/dcat#",
                                "dct", "http://purl.org/dc/terms/",
                                "foaf", "http://xmlns.com/foaf/0.1/"),
                        "@id",
                        baseUrl + DATA,
                        "@type",
                        "dcat:Catalog",
                        "dct:title",
                        turkish(Texts.of("reporting.acik-veri.baslik")),
                        "dct:description",
                        turkish(Texts.of("reporting.acik-veri.tanim")),
                        "dct:language",
                        "tr",
                        "dct:publisher",
                        java.util.Map.of("@type", "foaf:Organization", "foaf:name", institution),
                        "dcat:dataset",
                        datasets),
                MediaType.valueOf("application/ld+json"));
    }

    private java.util.Map<String, Object> dataset(String name, String title, String period) {
        return java.util.Map.of(
                "@id",
                baseUrl + DATA + "#" + name,
                "@type",
                "dcat:Dataset",
                "dct:identifier",
                name,
                "dct:title",
                turkish(title),
                "dct:description",
                turkish(Texts.of("reporting.acik-veri.tanim")),
                "dct:temporal",
                period,
                "dct:accrualPeriodicity",
                "http://publications.europa.eu/resource/authority/frequency/MONTHLY",
                "dcat:distribution",
                List.of(distribution(name, "csv", "text/csv"), distribution(name, "json", "application/json")));
    }

    private java.util.Map<String, Object> distribution(String name, String ending, String type) {
        return java.util.Map.of(
                "@type",
                "dcat:Distribution",
                "dcat:downloadURL",
                java.util.Map.of("@id", baseUrl + DATA + "/" + name + "." + ending),
                "dcat:mediaType",
                type);
    }

    private static java.util.Map<String, String> turkish(String text) {
        return java.util.Map.of("@value", text, "@language", "tr");
    }

    private Month month(String asked) {
        return data.months().stream()
                .filter(month -> month.month().toString().equals(asked))
                .findFirst()
                .orElseThrow(() -> new NotFoundException(Texts.of("reporting.acik-veri.ay-yok")));
    }

    private static void csv(String name, List<Month> months, HttpServletResponse response) throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CACHE_CONTROL, KEPT.getHeaderValue());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"muhatap-" + name + ".csv\"");
        var printer = new CSVPrinter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8), CSV);
        printer.printRecord("ay", "boyut", "kod", "ad", "basvuru", "ortanca_gun", "zamaninda_yuzde", "gizlendi");
        for (var month : months) {
            if (month.total() == null) {
                printer.printRecord(month.month(), "TOPLAM", "", "", "", "", "", "evet");
            } else {
                printer.printRecord(month.month(), "TOPLAM", "", "", month.total(), "", "", "");
            }
            for (var row : month.rows()) {
                printer.printRecord(
                        month.month(),
                        row.dimension(),
                        row.code(),
                        SpreadsheetText.safe(row.name()),
                        row.count(),
                        row.medianDays(),
                        row.onTimePercent(),
                        row.count() == null ? "evet" : "");
            }
        }
        printer.flush();
    }

    private static JsonMonth json(Month month) {
        return new JsonMonth(
                month.month().toString(),
                month.total(),
                month.rows().stream().map(row -> json(month.month(), row)).toList());
    }

    private static JsonRow json(YearMonth month, Row row) {
        return new JsonRow(
                month.toString(),
                row.dimension().name(),
                row.code(),
                row.name(),
                row.count(),
                row.medianDays(),
                row.onTimePercent(),
                row.count() == null);
    }

    private static <T> ResponseEntity<T> kept(T body, MediaType type) {
        return ResponseEntity.ok().cacheControl(KEPT).contentType(type).body(body);
    }

    private List<OpenData.Share> of(Dimension dimension) {
        return data.shares().stream()
                .filter(share -> share.dimension() == dimension)
                .toList();
    }

    private List<ShareLine> shares(Dimension dimension) {
        return of(dimension).stream()
                .map(share -> new ShareLine(
                        share.name(),
                        dimension == Dimension.KANAL ? limit(share.code()).orElse(null) : null,
                        share.onTimePercent(),
                        share.medianDays()))
                .toList();
    }

    /** The limit as in the published table. */
    private Optional<String> limit(String channel) {
        return Channel.find(channel)
                .map(known -> standards.standard(known, false))
                .map(row ->
                        Objects.requireNonNull(row).limit() + " " + row.unit().label());
    }
}
