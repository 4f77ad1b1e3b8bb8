package tr.muhatap.portal;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import tr.muhatap.attachment.AttachmentHttp;
import tr.muhatap.attachment.Attachments;
import tr.muhatap.attachment.Completions;
import tr.muhatap.basvuru.CitizenSteps;
import tr.muhatap.basvuru.MuracaatGround;
import tr.muhatap.basvuru.Tracking;
import tr.muhatap.calendar.OfficeClock;
import tr.muhatap.problem.FieldError;
import tr.muhatap.problem.InvalidInputException;
import tr.muhatap.problem.NotFoundException;
import tr.muhatap.problem.RuleViolationException;

/** Tracking with number and code, for everyone. */
@Controller
class PublicPages {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private final Tracking tracking;
    private final CitizenSteps steps;
    private final Attachments attachments;
    private final Completions completions;

    PublicPages(Tracking tracking, CitizenSteps steps, Attachments attachments, Completions completions) {
        this.completions = completions;
        this.tracking = tracking;
        this.steps = steps;
        this.attachments = attachments;
    }

    @GetMapping("/takip")
    String askForCode(@RequestParam(required = false) @Nullable String number, Model model) {
        model.addAttribute("number", number);
        return "portal/takip";
    }

    /** By POST, so that the code stands in no address and no log. */
    @PostMapping("/takip")
    String track(@RequestParam String number, @RequestParam String code, Model model) {
        var found = tracking.track(number, code);
        model.addAttribute("number", number);
        model.addAttribute("code", code);
        model.addAttribute("bulunamadi", found.isEmpty());
        model.addAttribute("ekKurali", attachments.rule());
        model.addAttribute("ekUclari", attachments.endings());
        model.addAttribute("muracaatGerekceleri", MuracaatGround.values());
        found.ifPresent(basvuru -> {
            model.addAttribute("basvuru", basvuru);
            model.addAttribute("ekler", attachments.ofCitizen(number, code));
            model.addAttribute("gelis", DAY.format(basvuru.receivedAt().atZone(OfficeClock.ISTANBUL)));
            model.addAttribute("sonGun", DAY.format(basvuru.deadline().lastDay()));
        });
        return "portal/takip";
    }

    /** What a citizen does with an application, then the application as it is. */
    @PostMapping("/takip/{step}")
    String take(
            @PathVariable String step,
            @RequestParam String number,
            @RequestParam String code,
            @RequestParam(required = false) @Nullable String words,
            @RequestParam(required = false) @Nullable String ground,
            @RequestParam(name = Attachments.FIELD, required = false) @Nullable List<MultipartFile> files,
            Model model) {
        try {
            switch (step) {
                case "geri-cek" -> steps.withdraw(number, code, words);
                case "yeniden-ac" -> steps.reopen(number, code, words);
                case "tamamla" -> completions.complete(number, code, words, AttachmentHttp.uploads(files));
                case "muracaat" -> steps.recourse(number, code, ground, words);
                default -> throw new NotFoundException("Böyle bir işlem yok.");
            }
            model.addAttribute("yapildi", true);
        } catch (InvalidInputException faulty) {
            model.addAttribute(
                    "engel", faulty.errors().stream().map(FieldError::message).collect(Collectors.joining(" ")));
            model.addAttribute("girilen", words);
        } catch (RuleViolationException forbidden) {
            model.addAttribute("engel", forbidden.getMessage());
            model.addAttribute("girilen", words);
        }
        return track(number, code, model);
    }
}
