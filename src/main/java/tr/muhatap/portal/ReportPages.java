package tr.muhatap.portal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import tr.muhatap.channel.Channel;
import tr.muhatap.liste.ListLog;
import tr.muhatap.problem.NotFoundException;
import tr.muhatap.reporting.ActivityReport;
import tr.muhatap.reporting.InformationReport;
import tr.muhatap.reporting.OpenReport;
import tr.muhatap.reporting.Period;
import tr.muhatap.reporting.Report;
import tr.muhatap.reporting.ReportFiles;
import tr.muhatap.text.Check;
import tr.muhatap.text.Days;
import tr.muhatap.text.PlainText;
import tr.muhatap.text.Texts;

/** The office's reports as printable pages, PDF, XLSX and CSV. */
@Controller
class ReportPages {

    private static final String PAGE = "/raporlar";

    /** The earliest year that can be requested. */
    private static final int FIRST_YEAR = 2000;

    /** Number of years offered in the form. */
    private static final int OFFERED_YEARS = 6;

    /** Parameters of a report as entered. */
    record Asked(
            @Nullable String yil,
            @Nullable String tarih1,
            @Nullable String tarih2,
            @Nullable String kanal,
            @Nullable String gun) {

        Map<String, String> fields() {
            var fields = new LinkedHashMap<String, String>();
            put(fields, "yil", yil);
            put(fields, "tarih1", tarih1);
            put(fields, "tarih2", tarih2);
            put(fields, "kanal", kanal);
            put(fields, "gun", gun);
            return fields;
        }

        private static void put(Map<String, String> fields, String name, @Nullable String value) {
            if (value != null && !value.isBlank()) {
                fields.put(name, value);
            }
        }
    }

    /** Reports by the last path segment. */
    private static final String INFORMATION = "4982";

    private static final String ACTIVITY = "faaliyet";
    private static final String CHANNEL = "kanal";
    private static final String LATE = "gecikenler";
    private static final String WORKLOAD = "is-yuku";

    private static final List<String> ALL = List.of(INFORMATION, ACTIVITY, CHANNEL, LATE, WORKLOAD);

    private final InformationReport information;
    private final ActivityReport activity;
    private final OpenReport open;
    private final ReportFiles files;
    private final ListLog log;
    private final Clock clock;

    ReportPages(
            InformationReport information,
            ActivityReport activity,
            OpenReport open,
            ReportFiles files,
            ListLog log,
            Clock clock) {
        this.information = information;
        this.activity = activity;
        this.open = open;
        this.files = files;
        this.log = log;
        this.clock = clock;
    }

    @GetMapping(PAGE)
    String overview(Model model) {
        choices(model);
        return "portal/raporlar";
    }

    @GetMapping(PAGE + "/{rapor}")
    String show(@PathVariable String rapor, Asked asked, Model model) {
        var check = new Check();
        var report = report(rapor, asked, check);
        choices(model);
        model.addAttribute("anahtar", rapor);
        model.addAttribute("sorulan", asked);
        model.addAttribute("hatalar", check.faults());
        model.addAttribute("rapor", report);
        for (var format : List.of("pdf", "xlsx", "csv")) {
            model.addAttribute(format, address(PAGE + "/" + rapor + "." + format, asked.fields()));
        }
        return "portal/rapor";
    }

    @GetMapping({PAGE + "/{rapor}.pdf", PAGE + "/{rapor}.xlsx", PAGE + "/{rapor}.csv"})
    @Nullable
    String file(
            @PathVariable String rapor,
            Asked asked,
            jakarta.servlet.http.HttpServletRequest request,
            HttpServletResponse response,
            Model model)
            throws IOException {
        var report = report(rapor, asked, new Check());
        if (report == null) {
            return show(rapor, asked, model);
        }
        String format =
                request.getRequestURI().substring(request.getRequestURI().lastIndexOf('.') + 1);
        response.setContentType(
                switch (format) {
                    case "pdf" -> "application/pdf";
                    case "csv" -> "text/csv;charset=UTF-8";
                    default -> "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
                });
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"rapor-" + rapor + "-" + LocalDate.now(clock) + "." + format + "\"");
        switch (format) {
            case "pdf" -> response.getOutputStream().write(files.pdf(report));
            case "csv" -> files.csv(report, response.getOutputStream());
            default -> files.xlsx(report, response.getOutputStream());
        }
        return null;
    }

    /** The applications counted in a row of the annual form. */
    @GetMapping(PAGE + "/" + INFORMATION + "/basvurular")
    String numbers(
            @RequestParam(required = false) @Nullable String yil,
            @RequestParam(required = false) @Nullable String satir,
            Model model) {
        var check = new Check();
        int year = year(check, yil);
        var row = check.faults().isEmpty() && satir != null
                ? information.numbers(year, satir).orElse(null)
                : null;
        if (row == null) {
            throw new NotFoundException(Texts.of("reporting.sayfa.satir-yok"));
        }
        log.viewed("raporlar/4982", Map.of("yil", String.valueOf(year), "satir", satir), row.numbers());
        model.addAttribute("baslik", row.title());
        model.addAttribute("yil", year);
        model.addAttribute("numaralar", row.numbers());
        return "portal/rapor-basvurular";
    }

    /** Null if a parameter is faulty. */
    private @Nullable Report report(String name, Asked asked, Check check) {
        if (!ALL.contains(name)) {
            throw new NotFoundException(Texts.of("reporting.sayfa.yok"));
        }
        int year = year(check, asked.yil());
        var period = period(check, asked);
        var channel = channel(check, asked.kanal(), CHANNEL.equals(name));
        var day = day(check, "gun", asked.gun());
        if (!check.faults().isEmpty()) {
            return null;
        }
        return switch (name) {
            case INFORMATION -> information.of(year);
            case ACTIVITY -> activity.of(period, channel);
            case CHANNEL -> activity.of(Period.ofYear(year).until(LocalDate.now(clock)), channel);
            case LATE -> late(day == null ? LocalDate.now(clock) : day);
            default -> open.workload();
        };
    }

    private Report late(LocalDate day) {
        var late = open.lateOn(day);
        log.viewed("raporlar/gecikenler", Map.of("gun", Days.written(day)), late.numbers());
        return late.report();
    }

    private int year(Check check, @Nullable String typed) {
        String given = given(typed);
        if (given.isEmpty()) {
            return information.usualYear();
        }
        boolean known = given.matches("[0-9]{4}")
                && Integer.parseInt(given) >= FIRST_YEAR
                && Integer.parseInt(given) <= LocalDate.now(clock).getYear();
        check.require(known, "yil", Texts.of("reporting.sayfa.yil", String.valueOf(FIRST_YEAR)));
        return known ? Integer.parseInt(given) : information.usualYear();
    }

    private Period period(Check check, Asked asked) {
        var usual = activity.usualPeriod();
        var from = day(check, "tarih1", asked.tarih1());
        var until = day(check, "tarih2", asked.tarih2());
        if (from == null && until == null) {
            return usual;
        }
        var last = until == null ? usual.until() : until;
        var first = from == null ? last.withDayOfYear(1) : from;
        check.require(!last.isBefore(first), "tarih2", Texts.of("reporting.sayfa.sira"));
        check.require(
                !last.isAfter(first.plusYears(OFFERED_YEARS)),
                "tarih2",
                Texts.of("reporting.sayfa.uzun", String.valueOf(OFFERED_YEARS)));
        return last.isBefore(first) ? usual : new Period(first, last);
    }

    private static @Nullable Channel channel(Check check, @Nullable String typed, boolean needed) {
        String given = given(typed);
        var channel = Channel.find(given).orElse(null);
        check.require(channel != null || (given.isEmpty() && !needed), "kanal", Texts.of("reporting.sayfa.kanal"));
        return channel;
    }

    private @Nullable LocalDate day(Check check, String field, @Nullable String typed) {
        String given = given(typed);
        if (given.isEmpty()) {
            return null;
        }
        var day = Days.parse(given).orElse(null);
        check.require(day != null, field, Texts.of("reporting.sayfa.tarih", Days.EXAMPLE));
        check.require(
                day == null || (day.getYear() >= FIRST_YEAR && !day.isAfter(LocalDate.now(clock))),
                field,
                Texts.of("reporting.sayfa.gelecek"));
        return day;
    }

    private static String given(@Nullable String typed) {
        return typed == null ? "" : PlainText.stripped(typed);
    }

    private void choices(Model model) {
        int thisYear = LocalDate.now(clock).getYear();
        model.addAttribute("kanallar", Channel.values());
        model.addAttribute("oncekiKanal", Channel.ofSource());
        model.addAttribute(
                "yillar",
                IntStream.range(0, OFFERED_YEARS)
                        .map(back -> thisYear - back)
                        .boxed()
                        .toList());
        model.addAttribute("alisilmisYil", information.usualYear());
        var period = activity.usualPeriod();
        model.addAttribute("bas", Days.written(period.from()));
        model.addAttribute("son", Days.written(period.until()));
    }

    private static String address(String path, Map<String, String> fields) {
        var address = UriComponentsBuilder.fromPath(path);
        fields.keySet().forEach(field -> address.queryParam(field, "{" + field + "}"));
        return address.encode().buildAndExpand(fields).toUriString();
    }
}
