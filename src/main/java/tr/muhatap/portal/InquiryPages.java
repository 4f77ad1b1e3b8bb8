package tr.muhatap.portal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tr.muhatap.basvuru.InquiryAddressee;
import tr.muhatap.dosya.DosyaService;
import tr.muhatap.inquiry.Inquiries;
import tr.muhatap.inquiry.InquiryRequest;
import tr.muhatap.inquiry.InquiryWay;
import tr.muhatap.inquiry.QuestionType;
import tr.muhatap.problem.FieldError;
import tr.muhatap.problem.InvalidInputException;
import tr.muhatap.problem.NotFoundException;
import tr.muhatap.problem.RuleViolationException;
import tr.muhatap.text.Texts;

/** What the office asks by links: next to an application's file, and the list of all that is waited for. */
@Controller
class InquiryPages {

    /** Questions that the form offers. */
    private static final int ROWS = 10;

    private static final List<String> PARTS = List.of("text", "type", "required", "choices");

    private final Inquiries inquiries;
    private final DosyaService files;
    private final Clock clock;
    private final Forms forms;

    InquiryPages(Inquiries inquiries, DosyaService files, Clock clock, Forms forms) {
        this.inquiries = inquiries;
        this.files = files;
        this.clock = clock;
        this.forms = forms;
    }

    /** All that is waited for, of the applications that the user sees. */
    @GetMapping("/sorular")
    String open(Model model) {
        model.addAttribute("sorular", inquiries.open());
        model.addAttribute("bugun", LocalDate.now(clock));
        return "portal/sorular";
    }

    @GetMapping("/dosya/{number}/sorular")
    String show(@PathVariable String number, Model model) {
        if (!files.mayOpen(number)) {
            throw new NotFoundException(Texts.of("portal.inquiry-pages.bu-numarayla-bir-basvuru-yok"));
        }
        files.open(number);
        model.addAttribute("numara", number);
        show(number, false, model);
        var kept = forms.shown().orElse(null);
        model.addAttribute("girilen", kept == null ? Map.of() : kept.single());
        model.addAttribute("hatalar", kept == null ? Map.of() : Forms.byField(kept.errors()));
        model.addAttribute("engel", kept == null ? null : kept.notice());
        model.addAttribute("geriAl", kept != null && kept.action().endsWith("/geri-al") ? kept.action() : null);
        model.addAttribute("yerler", places());
        model.addAttribute("alanlar", labels());
        model.addAttribute("muhataplar", InquiryAddressee.values());
        model.addAttribute("yollar", InquiryWay.values());
        model.addAttribute("turler", QuestionType.values());
        model.addAttribute("satirlar", ROWS);
        return "portal/sorular-dosya";
    }

    /** What an application's page shows of its questions. */
    void show(String number, boolean withContacts, Model model) {
        model.addAttribute("sorular", inquiries.of(number, withContacts));
        model.addAttribute("soruSuresi", inquiries.limit(number));
        model.addAttribute("soruSorar", inquiries.mayAsk(number));
    }

    @PostMapping("/dosya/{number}/sorular")
    String ask(@PathVariable String number, @RequestParam Map<String, String> fields, RedirectAttributes redirect) {
        String page = "/dosya/" + number + "/sorular";
        var rows = rows(fields);
        try {
            var asked = inquiries.ask(number, request(fields, rows));
            redirect.addFlashAttribute("baglanti", asked.link());
            redirect.addFlashAttribute(
                    "oldu",
                    asked.link() == null
                            ? Texts.of("portal.inquiry-pages.gonderiliyor")
                            : Texts.of("portal.inquiry-pages.baglanti-hazir"));
        } catch (InvalidInputException faulty) {
            return forms.again(page, new InvalidInputException(renamed(faulty.errors(), rows)));
        } catch (RuleViolationException forbidden) {
            return forms.again(page, forbidden.getMessage());
        } catch (ConcurrencyFailureException raced) {
            return forms.again(page, Texts.of("portal.dosya-pages.kayit-bu-sirada-degisti-son"));
        }
        return "redirect:" + page;
    }

    @PostMapping("/dosya/{number}/sorular/{id}/geri-al")
    String withdraw(
            @PathVariable String number,
            @PathVariable int id,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect) {
        String page = "/dosya/" + number + "/sorular";
        try {
            inquiries.withdraw(number, id, reason);
        } catch (InvalidInputException faulty) {
            return forms.again(page, faulty);
        } catch (RuleViolationException forbidden) {
            return forms.again(page, forbidden.getMessage());
        }
        redirect.addFlashAttribute("oldu", Texts.of("portal.inquiry-pages.geri-alindi"));
        return "redirect:" + page;
    }

    /** The rows of the form in which something was written. */
    private static List<Integer> rows(Map<String, String> fields) {
        var rows = new ArrayList<Integer>();
        for (int row = 1; row <= ROWS; row++) {
            if (!value(fields, row, "text").isBlank()
                    || !value(fields, row, "choices").isBlank()) {
                rows.add(row);
            }
        }
        return rows;
    }

    private static InquiryRequest request(Map<String, String> fields, List<Integer> rows) {
        return new InquiryRequest(
                fields.get("addressee"),
                fields.get("name"),
                fields.get("way"),
                fields.get("contact"),
                fields.get("lastDay"),
                fields.containsKey("showNumber"),
                fields.get("intro"),
                rows.stream()
                        .map(row -> new InquiryRequest.QuestionRequest(
                                value(fields, row, "type"),
                                value(fields, row, "text"),
                                fields.containsKey(field(row, "required")),
                                value(fields, row, "choices").lines().toList()))
                        .toList());
    }

    /** The faults by the fields of the form, which leaves empty rows out. */
    private static List<FieldError> renamed(List<FieldError> errors, List<Integer> rows) {
        return errors.stream()
                .map(error -> {
                    for (int i = 0; i < rows.size(); i++) {
                        String prefix = "questions[" + i + "].";
                        if (error.field().startsWith(prefix)) {
                            return new FieldError(
                                    field(rows.get(i), error.field().substring(prefix.length())), error.message());
                        }
                    }
                    return error;
                })
                .toList();
    }

    private static String field(int row, String part) {
        return "soru-" + row + "-" + part;
    }

    private static String value(Map<String, String> fields, int row, String part) {
        return fields.getOrDefault(field(row, part), "");
    }

    private static Map<String, String> places() {
        var places = new HashMap<String, String>();
        List.of("addressee", "name", "way", "contact", "lastDay", "intro", "reason")
                .forEach(field -> places.put(field, field));
        places.put("questions", field(1, "text"));
        for (int row = 1; row <= ROWS; row++) {
            for (var part : PARTS) {
                places.put(field(row, part), field(row, part));
            }
        }
        return places;
    }

    private static Map<String, String> labels() {
        var labels = new HashMap<String, String>(Map.of(
                "addressee", Texts.of("portal.inquiry-pages.kime"),
                "name", Texts.of("portal.inquiry-pages.ad"),
                "way", Texts.of("portal.inquiry-pages.yol"),
                "contact", Texts.of("portal.inquiry-pages.adres"),
                "lastDay", Texts.of("portal.inquiry-pages.son-tarih"),
                "intro", Texts.of("portal.inquiry-pages.aciklama"),
                "reason", Texts.of("portal.inquiry-pages.gerekce"),
                "questions", Texts.of("portal.inquiry-pages.sorular")));
        for (int row = 1; row <= ROWS; row++) {
            labels.put(field(row, "text"), Texts.of("portal.inquiry-pages.soru-no", row));
            labels.put(field(row, "type"), Texts.of("portal.inquiry-pages.soru-turu", row));
            labels.put(field(row, "choices"), Texts.of("portal.inquiry-pages.soru-secenekleri", row));
        }
        return labels;
    }
}
