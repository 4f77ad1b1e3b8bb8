package tr.muhatap.portal;

import static tr.muhatap.access.Groups.CAMUNDA_ADMIN;
import static tr.muhatap.access.Groups.SUREC_SAHIBI;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
import tr.muhatap.access.Accounts;
import tr.muhatap.access.CurrentUser;
import tr.muhatap.attachment.AttachmentHttp;
import tr.muhatap.birim.UnitList;
import tr.muhatap.birim.UnitOffice;
import tr.muhatap.calendar.OfficeClock;
import tr.muhatap.form.KeptForm;
import tr.muhatap.organization.OrganizationChange;
import tr.muhatap.organization.TopicEntry;
import tr.muhatap.organization.UnitEntry;
import tr.muhatap.problem.InvalidInputException;
import tr.muhatap.text.Texts;

/** Units, topics and their words, as the office keeps them. */
@Controller
@RequestMapping(UnitPages.PAGE)
class UnitPages {

    static final String PAGE = "/birimler";

    private static final Map<String, String> LABELS = Map.of(
            "ad", Texts.of("portal.unit-pages.birimin-adi"),
            "devralan", Texts.of("portal.unit-pages.devralan-birim"),
            "liste", Texts.of("portal.unit-pages.liste"));
    private static final Map<String, String> LABELS_OF_A_TOPIC = Map.of(
            "ad", Texts.of("portal.unit-pages.konunun-adi"),
            "birim", Texts.of("portal.unit-pages.birim"),
            "kelimeler", Texts.of("portal.unit-pages.kelimeler"));
    private static final Map<String, String> PLACES = Map.of("ad", "ad", "devralan", "devralan", "liste", "liste");
    private static final Map<String, String> PLACES_OF_A_TOPIC =
            Map.of("ad", "konu-ad", "birim", "konu-birim", "kelimeler", "konu-kelimeler");

    private final UnitOffice office;
    private final UnitList list;
    private final CurrentUser currentUser;
    private final Accounts accounts;
    private final Forms forms;

    UnitPages(UnitOffice office, UnitList list, CurrentUser currentUser, Accounts accounts, Forms forms) {
        this.office = office;
        this.list = list;
        this.currentUser = currentUser;
        this.accounts = accounts;
        this.forms = forms;
    }

    /** A line of the history with the person's name. */
    record Entry(OrganizationChange change, String who) {}

    @GetMapping
    String all(Model model) {
        frame(forms.shown().orElse(null), false, model);
        model.addAttribute("birimler", office.all());
        return "portal/birimler";
    }

    @PostMapping
    String add(@RequestParam(required = false) @Nullable String ad, RedirectAttributes redirect) {
        try {
            var unit = office.add(ad);
            redirect.addFlashAttribute("oldu", Texts.of("portal.unit-pages.eklendi", unit.name()));
            return "redirect:" + PAGE + "/" + unit.code();
        } catch (InvalidInputException faulty) {
            return forms.again(PAGE, faulty);
        }
    }

    @GetMapping("/liste.csv")
    ResponseEntity<byte[]> csv() {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("birimler-konular.csv")
                                .build()
                                .toString())
                .body(list.write());
    }

    @PostMapping("/liste")
    String takeIn(@RequestParam(required = false) @Nullable List<MultipartFile> liste, RedirectAttributes redirect) {
        try {
            var uploads = AttachmentHttp.uploads(liste);
            if (uploads.isEmpty() || uploads.get(0).size() == 0) {
                throw new InvalidInputException("liste", Texts.of("portal.unit-pages.dosya-secin"));
            }
            if (uploads.get(0).size() > UnitList.LARGEST) {
                throw new InvalidInputException("liste", Texts.of("portal.unit-pages.dosya-buyuk"));
            }
            int rows = list.read(uploads.get(0).content().get());
            redirect.addFlashAttribute("oldu", Texts.of("portal.unit-pages.liste-alindi", rows));
            return "redirect:" + PAGE;
        } catch (InvalidInputException faulty) {
            return forms.again(PAGE, faulty);
        }
    }

    /** Where a browser comes back to by its history. */
    @GetMapping("/liste")
    String backToAll() {
        return "redirect:" + PAGE;
    }

    /** @param konu code of the topic whose form is shown */
    @GetMapping("/{kod}")
    String one(@PathVariable String kod, @RequestParam(required = false) @Nullable String konu, Model model) {
        var standing = office.get(kod);
        var kept = forms.shown().orElse(null);
        var typed = kept == null ? Map.<String, String>of() : kept.single();
        boolean ofTopic = typed.getOrDefault("islem", "").startsWith("konu");
        frame(kept, ofTopic, model);
        String asked = ofTopic ? typed.get("konu") : konu;
        var topic = standing.topics().stream()
                .filter(each -> each.code().equals(asked))
                .findFirst()
                .orElse(null);
        model.addAttribute("birim", standing.unit());
        model.addAttribute("durum", standing);
        model.addAttribute("secilen", topic);
        model.addAttribute("konuAlani", topicFields(topic, ofTopic ? typed : null, kod));
        model.addAttribute(
                "acikBirimler",
                office.all().stream()
                        .map(UnitOffice.Standing::unit)
                        .filter(unit -> !unit.closed())
                        .toList());
        String successor = standing.unit().successor();
        model.addAttribute(
                "devralanAdi",
                successor == null ? null : office.get(successor).unit().name());
        model.addAttribute("gecmis", history(standing.unit(), topic));
        return "portal/birim";
    }

    @PostMapping("/{kod}")
    String change(@PathVariable String kod, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        String page = PAGE + "/" + office.get(kod).unit().code();
        try {
            redirect.addFlashAttribute("oldu", change(kod, typed));
            return "redirect:" + page;
        } catch (InvalidInputException faulty) {
            return forms.again(page, faulty);
        }
    }

    private String change(String kod, Map<String, String> typed) {
        String topic = typed.getOrDefault("konu", "");
        switch (typed.getOrDefault("islem", "")) {
            case "ad" -> office.rename(kod, typed.get("ad"));
            case "kapat" -> {
                int moved = office.close(kod, typed.get("devralan"));
                return Texts.of("portal.unit-pages.kapatildi", moved);
            }
            case "ac" -> office.reopen(kod);
            case "konu-ekle" -> office.addTopic(typed.get("ad"), typed.get("birim"), typed.get("kelimeler"));
            case "konu" -> office.changeTopic(topic, typed.get("ad"), typed.get("birim"), typed.get("kelimeler"));
            case "konu-kapat" -> office.closeTopic(topic, true);
            case "konu-ac" -> office.closeTopic(topic, false);
            default -> throw new InvalidInputException("islem", Texts.of("portal.unit-pages.islem-secin"));
        }
        return Texts.of("portal.unit-pages.kaydedildi");
    }

    private void frame(@Nullable KeptForm kept, boolean ofTopic, Model model) {
        model.addAttribute("hatalar", kept == null ? Map.of() : Forms.byField(kept.errors()));
        model.addAttribute("engel", kept == null ? null : kept.notice());
        model.addAttribute("girilen", kept == null ? Map.of() : kept.single());
        model.addAttribute("konuHatasi", ofTopic);
        model.addAttribute("alanlar", ofTopic ? LABELS_OF_A_TOPIC : LABELS);
        model.addAttribute("yerler", ofTopic ? PLACES_OF_A_TOPIC : PLACES);
        model.addAttribute("yapabilir", currentUser.isIn(SUREC_SAHIBI, CAMUNDA_ADMIN));
        model.addAttribute("bolge", OfficeClock.ISTANBUL);
    }

    private static Map<String, String> topicFields(
            @Nullable TopicEntry topic, @Nullable Map<String, String> typed, String unit) {
        if (typed != null) {
            return Map.of(
                    "ad", typed.getOrDefault("ad", ""),
                    "birim", typed.getOrDefault("birim", unit),
                    "kelimeler", typed.getOrDefault("kelimeler", ""));
        }
        return topic == null
                ? Map.of("ad", "", "birim", unit, "kelimeler", "")
                : Map.of("ad", topic.name(), "birim", topic.unit(), "kelimeler", topic.words());
    }

    private List<Entry> history(UnitEntry unit, @Nullable TopicEntry topic) {
        return (topic == null ? office.changes(unit.code(), false) : office.changes(topic.code(), true))
                .stream()
                        .map(change -> new Entry(change, accounts.fullName(change.who())))
                        .toList();
    }
}
