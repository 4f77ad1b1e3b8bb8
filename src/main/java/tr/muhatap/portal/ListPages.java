package tr.muhatap.portal;

import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.util.UriComponentsBuilder;
import tr.muhatap.basvuru.Kind;
import tr.muhatap.basvuru.Outcome;
import tr.muhatap.basvuru.Status;
import tr.muhatap.channel.Channel;
import tr.muhatap.dosya.ApplicationList;
import tr.muhatap.dosya.ApplicationList.Column;
import tr.muhatap.dosya.ApplicationList.Lateness;
import tr.muhatap.dosya.ApplicationList.Line;
import tr.muhatap.liste.ListForm;
import tr.muhatap.liste.ListLog;
import tr.muhatap.liste.ListReader;
import tr.muhatap.liste.ListReader.Reading;
import tr.muhatap.organization.Organization;

/** The list of all applications that one may see, with its search. */
@Controller
class ListPages {

    private static final String LIST = "/basvurular";
    private static final int PAGE_SIZE = 50;

    /** Fields of the form's lower part, which is open where one of them is used. */
    private static final List<String> FURTHER =
            List.of("konu", "tur", "sonuc", "tarih1", "tarih2", "sonTarih1", "sonTarih2", "sure", "iletilen");

    /**
     * A column's head.
     *
     * @param address sorts by it, the other way round where the list already is
     * @param sorted {@code ascending}, {@code descending} or {@code none}, as browsers read it
     */
    record Head(String label, String address, String sorted) {}

    /** A choice of the form. */
    record Choice(String value, String label) {}

    private final ApplicationList list;
    private final ListReader reader;
    private final ListLog log;
    private final Organization organization;

    ListPages(ApplicationList list, ListReader reader, ListLog log, Organization organization) {
        this.list = list;
        this.reader = reader;
        this.log = log;
        this.organization = organization;
    }

    @GetMapping(LIST)
    String show(@ModelAttribute("suzgec") ListForm form, Model model) {
        var reading = reader.read(form);
        choices(model);
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
        model.addAttribute("toplam", list.count(reading.query()));
        model.addAttribute("enCok", ApplicationList.COUNTED);
        model.addAttribute("basliklar", heads(form, reading));
        model.addAttribute("onceki", address(form, page.previous()));
        model.addAttribute("sonraki", address(form, page.next()));
        return "portal/basvurular";
    }

    private void choices(Model model) {
        model.addAttribute("kanallar", Channel.values());
        model.addAttribute("birimler", organization.units());
        model.addAttribute("konular", organization.topics());
        model.addAttribute("turler", Kind.values());
        model.addAttribute("durumlar", Status.values());
        model.addAttribute("sonuclar", Outcome.values());
        model.addAttribute("sureler", Lateness.values());
        model.addAttribute("siralar", orders());
    }

    private static List<Choice> orders() {
        return Arrays.stream(Column.values())
                .flatMap(column -> List.of(
                        new Choice(ListReader.order(column, false), column.label() + ", önce en yenisi"),
                        new Choice(ListReader.order(column, true), column.label() + ", önce en eskisi"))
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

    /** The list from which somebody came, with what was searched for; else the list as such. */
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
