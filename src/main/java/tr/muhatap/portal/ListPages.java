package tr.muhatap.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import tr.muhatap.basvuru.Kind;
import tr.muhatap.basvuru.Outcome;
import tr.muhatap.basvuru.Status;
import tr.muhatap.channel.Channel;
import tr.muhatap.dosya.ApplicationList;
import tr.muhatap.dosya.ApplicationList.Column;
import tr.muhatap.dosya.ApplicationList.Lateness;
import tr.muhatap.dosya.ApplicationList.Line;
import tr.muhatap.dosya.ApplicationList.Path;
import tr.muhatap.dosya.ApplicationList.Query;
import tr.muhatap.liste.ExportColumn;
import tr.muhatap.liste.ListExport;
import tr.muhatap.liste.ListForm;
import tr.muhatap.liste.ListLog;
import tr.muhatap.liste.ListReader;
import tr.muhatap.liste.ListReader.Reading;
import tr.muhatap.liste.SavedSearches;
import tr.muhatap.organization.Organization;
import tr.muhatap.organization.Topic;
import tr.muhatap.organization.Unit;
import tr.muhatap.problem.InvalidInputException;
import tr.muhatap.text.Texts;

/** Search and list of all applications readable by the user. */
@Controller
class ListPages {

    private static final String LIST = "/basvurular";
    private static final int PAGE_SIZE = 50;

    /** Fields in the form's collapsible part, which is expanded if one of them is used. */
    private static final List<String> FURTHER = List.of(
            "konu",
            "tur",
            "sonuc",
            "tarih1",
            "tarih2",
            "sonTarih1",
            "sonTarih2",
            "sure",
            "iletilen",
            "kapanis1",
            "kapanis2",
            "yol",
            "kurum");

    /**
     * A column heading.
     *
     * @param address sorts by the column, or reverses the order
     * @param sorted {@code ascending}, {@code descending} or {@code none}, for aria-sort
     */
    record Head(String label, String address, String sorted) {}

    /** An option of a selection. */
    record Choice(String value, String label) {}

    private final ApplicationList list;
    private final ListReader reader;
    private final ListLog log;
    private final ListExport export;
    private final SavedSearches saved;
    private final Organization organization;
    private final Forms forms;
    private final Clock clock;

    ListPages(
            ApplicationList list,
            ListReader reader,
            ListLog log,
            ListExport export,
            SavedSearches saved,
            Organization organization,
            Forms forms,
            Clock clock) {
        this.list = list;
        this.reader = reader;
        this.log = log;
        this.export = export;
        this.saved = saved;
        this.organization = organization;
        this.forms = forms;
        this.clock = clock;
    }

    @GetMapping(LIST)
    String show(@ModelAttribute("suzgec") ListForm asked, Model model) {
        var kept = forms.shown().orElse(null);
        var form = kept == null ? asked : ListForm.of(kept::field);
        model.addAttribute("suzgec", form);
        if (kept != null) {
            model.addAttribute("aramaAdi", kept.field("aramaAdi"));
            model.addAttribute("paylas", kept.field("paylas"));
        }
        return show(form, kept == null ? Map.of() : Forms.byField(kept.errors()), null, model);
    }

    /** @param faults of the form that saves a search; the list is displayed nevertheless */
    private String show(ListForm form, Map<String, String> faults, @Nullable String obstacle, Model model) {
        var reading = reader.read(form);
        choices(model);
        model.addAttribute("kayitlilar", saved.all());
        model.addAttribute("hatalar", faults);
        model.addAttribute("engel", obstacle);
        model.addAttribute("kisiAranir", list.maySearchPersons());
        model.addAttribute("ayrintili", form.criteria().keySet().stream().anyMatch(FURTHER::contains));
        model.addAttribute("bos", form.criteria().isEmpty());
        if (!reading.faults().isEmpty()) {
            model.addAttribute("hatalar", reading.faults());
            return "portal/basvurular";
        }
        var page = list.page(reading.query(), reading.sortedBy(), reading.ascending(), reading.place(), PAGE_SIZE);
        log.viewed(
                "basvurular",
                form.criteria(),
                page.lines().stream().map(Line::number).toList());
        model.addAttribute("satirlar", page.lines());
        model.addAttribute(
                "kaydedilir", !form.criteria().isEmpty() && !reading.query().asksForPerson());
        model.addAttribute("alanlarKaydedilir", form.fields());
        model.addAttribute("sutunlar", ExportColumn.chosen(null, list.maySearchPersons()));
        model.addAttribute("toplam", list.count(reading.query()));
        model.addAttribute("enCok", ApplicationList.COUNTED);
        model.addAttribute("basliklar", heads(form, reading));
        model.addAttribute("onceki", address(form, page.previous()));
        model.addAttribute("sonraki", address(form, page.next()));
        return "portal/basvurular";
    }

    /** Exports the list as CSV for spreadsheets or XLSX, up to the counting limit. */
    @GetMapping({LIST + "/liste.csv", LIST + "/liste.xlsx"})
    @Nullable
    String export(
            @ModelAttribute("suzgec") ListForm form,
            @RequestParam(name = "sutun", required = false) @Nullable List<String> names,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model)
            throws IOException {
        var reading = reader.read(form);
        if (!reading.faults().isEmpty()) {
            return show(form, Map.of(), null, model);
        }
        if (list.count(reading.query()) > ApplicationList.COUNTED) {
            return show(form, Map.of(), Texts.of("portal.list-pages.dosyaya-en-cok-10-000"), model);
        }
        boolean isCsv = request.getRequestURI().endsWith(".csv");
        var columns = ExportColumn.chosen(names, list.maySearchPersons());
        response.setContentType(
                isCsv ? "text/csv;charset=UTF-8" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"basvurular-" + LocalDate.now(clock) + (isCsv ? ".csv\"" : ".xlsx\""));
        if (isCsv) {
            export.csv(reading, form.criteria(), columns, response.getOutputStream());
        } else {
            export.xlsx(reading, form.criteria(), columns, response.getOutputStream());
        }
        return null;
    }

    @PostMapping(LIST + "/kaydet")
    String keep(
            @RequestParam(name = "aramaAdi", required = false) @Nullable String name,
            @RequestParam(name = "paylas", required = false) @Nullable String shared,
            @ModelAttribute("suzgec") ListForm form,
            RedirectAttributes redirect) {
        String query = address(form.fields()).substring(LIST.length());
        try {
            var reading = reader.read(form);
            if (!reading.faults().isEmpty() || reading.query().asksForPerson()) {
                throw new InvalidInputException(
                        "aramaAdi", Texts.of("portal.list-pages.hatali-olan-veya-basvuru-sahibine"));
            }
            saved.keep(name, shared != null, query.isEmpty() ? "" : query.substring(1));
        } catch (InvalidInputException faulty) {
            return forms.again(LIST, faulty);
        }
        redirect.addFlashAttribute("oldu", Texts.of("portal.list-pages.arama-kaydedildi"));
        return "redirect:" + LIST + query;
    }

    @PostMapping(LIST + "/sil")
    String remove(@RequestParam(name = "arama") long id, RedirectAttributes redirect) {
        saved.remove(id);
        redirect.addFlashAttribute("oldu", Texts.of("portal.list-pages.kayitli-arama-silindi"));
        return "redirect:" + LIST;
    }

    /** For browser history. */
    @GetMapping({LIST + "/kaydet", LIST + "/sil"})
    String backToTheList() {
        return "redirect:" + LIST;
    }

    private void choices(Model model) {
        model.addAttribute("kanallar", Channel.values());
        model.addAttribute(
                "birimler",
                organization.allUnits().stream()
                        .map(unit -> new Unit(unit.code(), named(unit.name(), unit.closed())))
                        .toList());
        model.addAttribute(
                "konular",
                organization.allTopics().stream()
                        .map(topic -> new Topic(topic.code(), named(topic.name(), topic.closed()), topic.unit()))
                        .toList());
        model.addAttribute("turler", Kind.values());
        model.addAttribute("durumlar", Status.values());
        model.addAttribute("sonuclar", Outcome.values());
        model.addAttribute("sureler", Lateness.values());
        model.addAttribute("yollar", Path.values());
        model.addAttribute("yok", Query.NONE);
        model.addAttribute("siralar", orders());
    }

    private static String named(String name, boolean closed) {
        return closed ? Texts.of("portal.list-pages.kapali", name) : name;
    }

    private static List<Choice> orders() {
        return Arrays.stream(Column.values())
                .flatMap(column -> List.of(
                        new Choice(
                                ListReader.order(column, false),
                                Texts.of("portal.list-pages.once-en-yenisi", column.label())),
                        new Choice(
                                ListReader.order(column, true),
                                Texts.of("portal.list-pages.once-en-eskisi", column.label())))
                        .stream())
                .toList();
    }

    private static Map<String, Head> heads(ListForm form, Reading reading) {
        var heads = new LinkedHashMap<String, Head>();
        for (var column : Column.values()) {
            boolean isSorted = column == reading.sortedBy();
            var fields = form.criteria();
            fields.put("sirala", ListReader.order(column, isSorted && !reading.ascending()));
            heads.put(
                    column.name(),
                    new Head(
                            column.label(),
                            address(fields),
                            !isSorted ? "none" : reading.ascending() ? "ascending" : "descending"));
        }
        return heads;
    }

    private static @Nullable String address(ListForm form, ApplicationList.@Nullable Place place) {
        if (place == null) {
            return null;
        }
        var fields = form.fields();
        fields.put("imlec", ListForm.at(place));
        return address(fields);
    }

    private static String address(Map<String, String> fields) {
        var address = UriComponentsBuilder.fromPath(LIST);
        fields.keySet().forEach(field -> address.queryParam(field, "{" + field + "}"));
        return address.encode().buildAndExpand(fields).toUriString();
    }

    /** Link back to the list with its criteria; otherwise to the empty list. */
    static String backTo(@Nullable String from) {
        try {
            var uri = from == null ? null : URI.create(from);
            return uri == null || !LIST.equals(uri.getPath()) || uri.getRawQuery() == null
                    ? LIST
                    : LIST + "?" + uri.getRawQuery();
        } catch (IllegalArgumentException noAddress) {
            return LIST;
        }
    }
}
