package tr.muhatap.portal;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tr.muhatap.attachment.AttachmentHttp;
import tr.muhatap.attachment.AttachmentPart;
import tr.muhatap.attachment.Attachments;
import tr.muhatap.problem.InvalidInputException;
import tr.muhatap.problem.RuleViolationException;
import tr.muhatap.text.Texts;

/** Uploads and downloads of attachments: for staff on the application's file, for citizens with number and code. */
@Controller
class AttachmentPages {

    private final Attachments attachments;

    private final Forms forms;

    AttachmentPages(Attachments attachments, Forms forms) {
        this.forms = forms;
        this.attachments = attachments;
    }

    @GetMapping("/dosya/{number}/ekler")
    String show(@PathVariable String number, Model model) {
        model.addAttribute("numara", number);
        model.addAttribute("ekler", attachments.of(number));
        forms.shown().ifPresent(kept -> {
            model.addAttribute("hatalar", Forms.byField(kept.errors()));
            model.addAttribute("engel", kept.notice());
            model.addAttribute("yerler", Map.of(Attachments.FIELD, "dosya-" + kept.field("part")));
            model.addAttribute("bolum", kept.field("part"));
        });
        model.addAttribute(
                "bolumler",
                Arrays.stream(AttachmentPart.values())
                        .filter(part -> attachments.mayAdd(number, part))
                        .toList());
        model.addAttribute("ekKurali", attachments.rule());
        model.addAttribute("ekUclari", attachments.endings());
        return "portal/ekler";
    }

    @PostMapping("/dosya/{number}/ekler")
    String add(
            @PathVariable String number,
            @RequestParam AttachmentPart part,
            @RequestParam(name = Attachments.FIELD, required = false) @Nullable List<MultipartFile> files,
            RedirectAttributes redirect) {
        String page = "/dosya/" + number + "/ekler";
        try {
            attachments.add(number, part, AttachmentHttp.uploads(files));
        } catch (InvalidInputException faulty) {
            return forms.again(page, faulty);
        } catch (RuleViolationException forbidden) {
            return forms.again(page, forbidden.getMessage());
        }
        redirect.addFlashAttribute("oldu", Texts.of("portal.attachment-pages.ek-yuklendi"));
        return "redirect:" + page;
    }

    @GetMapping("/dosya/{number}/ekler/{id}")
    ResponseEntity<byte[]> open(@PathVariable String number, @PathVariable long id) {
        return AttachmentHttp.of(attachments.open(number, id));
    }

    @PostMapping("/dosya/{number}/ekler/{id}/kaldir")
    String remove(@PathVariable String number, @PathVariable long id, RedirectAttributes redirect) {
        String page = "/dosya/" + number + "/ekler";
        try {
            attachments.remove(number, id);
        } catch (RuleViolationException forbidden) {
            return forms.again(page, forbidden.getMessage());
        }
        redirect.addFlashAttribute("oldu", Texts.of("portal.attachment-pages.ek-kaldirildi"));
        return "redirect:" + page;
    }

    /** By POST, so that the code appears in no address and no log. */
    @PostMapping("/takip/ek")
    ResponseEntity<byte[]> openAsCitizen(
            @RequestParam String number, @RequestParam String code, @RequestParam long id) {
        return AttachmentHttp.of(attachments.openAsCitizen(number, code, id));
    }
}
