package tr.muhatap.portal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriUtils;
import tr.muhatap.attachment.Attachments;
import tr.muhatap.basvuru.AppealOutcome;
import tr.muhatap.basvuru.ClerkSteps;
import tr.muhatap.basvuru.CodeIssues;
import tr.muhatap.basvuru.Dosyalar;
import tr.muhatap.basvuru.ExtensionGround;
import tr.muhatap.basvuru.LegalStep;
import tr.muhatap.letter.Letters;
import tr.muhatap.problem.InvalidInputException;
import tr.muhatap.problem.NotFoundException;
import tr.muhatap.problem.RuleViolationException;
import tr.muhatap.text.Digits;

/** An application's file for staff, with the steps of the law that they may take now. */
@Controller
class DosyaPages {

    private final Dosyalar dosyalar;
    private final ClerkSteps steps;
    private final Letters letters;
    private final Attachments attachments;
    private final CodeIssues codes;

    DosyaPages(Dosyalar dosyalar, ClerkSteps steps, Letters letters, Attachments attachments, CodeIssues codes) {
        this.dosyalar = dosyalar;
        this.steps = steps;
        this.letters = letters;
        this.attachments = attachments;
        this.codes = codes;
    }

    @GetMapping("/dosya")
    String ask(@RequestParam(required = false, defaultValue = "") String number) {
        return number.isBlank()
                ? "portal/dosya-sor"
                : "redirect:/dosya/" + UriUtils.encodePathSegment(Digits.applicationNumber(number), UTF_8);
    }

    @GetMapping("/dosya/{number}")
    String show(@PathVariable String number, Model model) {
        model.addAttribute("d", dosyalar.open(number));
        model.addAttribute("ekSayisi", attachments.of(number).size());
        model.addAttribute("takipKoduVerir", codes.mayRenew(number));
        model.addAttribute("yaziYazar", letters.mayWrite(number));
        model.addAttribute("sureGerekceleri", ExtensionGround.values());
        model.addAttribute("kurulKararlari", AppealOutcome.values());
        return "portal/dosya";
    }

    /** The receipt shows the new code, once. */
    @PostMapping("/dosya/{number}/takip-kodu")
    String renewCode(@PathVariable String number) {
        codes.renewToShow(number);
        return "redirect:/kabul/" + number;
    }

    @PostMapping("/dosya/{number}/{step}")
    String take(
            @PathVariable String number,
            @PathVariable String step,
            @RequestParam Map<String, String> fields,
            Model model) {
        var taken = LegalStep.at(step).orElseThrow(() -> new NotFoundException("Böyle bir işlem yok."));
        try {
            steps.take(number, taken, fields);
        } catch (InvalidInputException faulty) {
            model.addAttribute("hatalar", faulty.errors());
            return again(number, taken, fields, model);
        } catch (RuleViolationException forbidden) {
            model.addAttribute("engel", forbidden.getMessage());
            return again(number, taken, fields, model);
        }
        return "redirect:/dosya/" + number;
    }

    /** What was typed stays. */
    private String again(String number, LegalStep step, Map<String, String> fields, Model model) {
        model.addAttribute("acik", step);
        model.addAttribute("girilen", fields);
        return show(number, model);
    }
}
