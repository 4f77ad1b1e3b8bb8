package tr.muhatap.portal;

import java.time.Clock;
import java.time.LocalDate;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tr.muhatap.letter.LetterKind;
import tr.muhatap.letter.Letters;
import tr.muhatap.problem.InvalidInputException;
import tr.muhatap.problem.NotFoundException;
import tr.muhatap.problem.RuleViolationException;
import tr.muhatap.text.Texts;

/** Letters of an application: PDF, and entry of the document system's number. */
@Controller
@RequestMapping("/dosya/{number}/yazilar")
class LetterPages {

    private final Letters letters;
    private final Clock clock;

    private final Forms forms;

    LetterPages(Letters letters, Clock clock, Forms forms) {
        this.forms = forms;
        this.letters = letters;
        this.clock = clock;
    }

    @GetMapping
    String show(@PathVariable String number, Model model) {
        model.addAttribute("numara", number);
        model.addAttribute("yazilar", letters.of(number));
        model.addAttribute("bugun", LocalDate.now(clock));
        forms.shown().ifPresent(kept -> {
            var parts = kept.action().split("/");
            model.addAttribute("acik", parts[parts.length - 2] + "-" + parts[parts.length - 1]);
            String place = parts[parts.length - 2] + "-" + parts[parts.length - 1];
            model.addAttribute("yerler", Map.of("sayi", "sayi-" + place, "date", "gun-" + place));
            model.addAttribute(
                    "alanlar",
                    Map.of(
                            "sayi",
                            Texts.of("portal.letter-pages.sayi"),
                            "date",
                            Texts.of("portal.letter-pages.yazinin-tarihi")));
            model.addAttribute("girilenSayi", kept.field("sayi"));
            model.addAttribute("girilenGun", kept.field("date"));
            model.addAttribute("hatalar", Forms.byField(kept.errors()));
            model.addAttribute("engel", kept.notice());
        });
        return "portal/yazilar";
    }

    @GetMapping("/{kind}/{ordinal}")
    ResponseEntity<byte[]> pdf(@PathVariable String number, @PathVariable String kind, @PathVariable int ordinal) {
        var asked = kind(kind);
        byte[] pdf = letters.pdf(number, asked, ordinal);
        var name = ContentDisposition.inline()
                .filename(number + "-" + asked.address() + "-" + ordinal + ".pdf")
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(pdf);
    }

    @PostMapping("/{kind}/{ordinal}")
    String number(
            @PathVariable String number,
            @PathVariable String kind,
            @PathVariable int ordinal,
            @RequestParam(required = false) @Nullable String sayi,
            @RequestParam(required = false) @Nullable String date,
            RedirectAttributes redirect) {
        String page = "/dosya/" + number + "/yazilar";
        try {
            letters.number(number, kind(kind), ordinal, sayi, date);
        } catch (InvalidInputException faulty) {
            return forms.again(page, faulty);
        } catch (RuleViolationException forbidden) {
            return forms.again(page, forbidden.getMessage());
        }
        redirect.addFlashAttribute("oldu", Texts.of("portal.letter-pages.sayi-kaydedildi"));
        return "redirect:" + page;
    }

    private static LetterKind kind(String address) {
        return LetterKind.at(address)
                .orElseThrow(() -> new NotFoundException(Texts.of("portal.letter-pages.boyle-bir-yazi-turu-yok")));
    }
}
