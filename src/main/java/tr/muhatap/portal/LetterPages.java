package tr.muhatap.portal;

import java.time.Clock;
import java.time.LocalDate;
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
import tr.muhatap.letter.LetterKind;
import tr.muhatap.letter.Letters;
import tr.muhatap.problem.InvalidInputException;
import tr.muhatap.problem.NotFoundException;
import tr.muhatap.problem.RuleViolationException;

/** The letters of an application: to read as PDF, and to give the number of the document system. */
@Controller
@RequestMapping("/dosya/{number}/yazilar")
class LetterPages {

    private final Letters letters;
    private final Clock clock;

    LetterPages(Letters letters, Clock clock) {
        this.letters = letters;
        this.clock = clock;
    }

    @GetMapping
    String show(@PathVariable String number, Model model) {
        model.addAttribute("numara", number);
        model.addAttribute("yazilar", letters.of(number));
        model.addAttribute("bugun", LocalDate.now(clock));
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
            Model model) {
        try {
            letters.number(number, kind(kind), ordinal, sayi, date);
        } catch (InvalidInputException faulty) {
            model.addAttribute("hatalar", faulty.errors());
            return again(number, kind, ordinal, sayi, date, model);
        } catch (RuleViolationException forbidden) {
            model.addAttribute("engel", forbidden.getMessage());
            return again(number, kind, ordinal, sayi, date, model);
        }
        return "redirect:/dosya/" + number + "/yazilar";
    }

    /** What was typed stays. */
    private String again(
            String number, String kind, int ordinal, @Nullable String sayi, @Nullable String date, Model model) {
        model.addAttribute("acik", kind + "-" + ordinal);
        model.addAttribute("girilenSayi", sayi);
        model.addAttribute("girilenGun", date);
        return show(number, model);
    }

    private static LetterKind kind(String address) {
        return LetterKind.at(address).orElseThrow(() -> new NotFoundException("Böyle bir yazı türü yok."));
    }
}
