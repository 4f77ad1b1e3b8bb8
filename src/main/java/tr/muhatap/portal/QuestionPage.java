package tr.muhatap.portal;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import tr.muhatap.attachment.AttachmentHttp;
import tr.muhatap.attachment.Attachments;
import tr.muhatap.attachment.Upload;
import tr.muhatap.form.KeptForms;
import tr.muhatap.inquiry.InquiryAnswers;
import tr.muhatap.notification.InquiryLinks;
import tr.muhatap.problem.InvalidInputException;
import tr.muhatap.problem.NotFoundException;
import tr.muhatap.problem.RuleViolationException;
import tr.muhatap.text.Texts;

/** Where whoever has a link answers the office's questions, once or in parts, without an account. */
@Controller
class QuestionPage {

    private final InquiryAnswers answers;
    private final Attachments attachments;
    private final Forms forms;

    QuestionPage(InquiryAnswers answers, Attachments attachments, Forms forms) {
        this.answers = answers;
        this.attachments = attachments;
        this.forms = forms;
    }

    @GetMapping(InquiryLinks.PAGE)
    String open(@RequestParam(defaultValue = "") String k, Model model, HttpServletResponse response) {
        var kept = forms.shown().orElse(null);
        String token = kept == null ? k : Objects.requireNonNullElse(kept.field("k"), "");
        var sheet = answers.open(token).orElse(null);
        if (sheet == null) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return "portal/soru";
        }
        model.addAttribute("k", token);
        model.addAttribute("soru", sheet);
        model.addAttribute("ekKurali", attachments.rule());
        model.addAttribute("ekUclari", attachments.endings());
        model.addAttribute("girilen", kept == null || kept.done() != null ? Map.of() : kept.single());
        model.addAttribute("hatalar", kept == null ? Map.of() : Forms.byField(kept.errors()));
        model.addAttribute("engel", kept == null ? null : kept.notice());
        model.addAttribute("oldu", kept == null ? null : kept.done());
        var places = new HashMap<String, String>();
        var labels = new HashMap<String, String>();
        sheet.unanswered().forEach(question -> {
            String field = InquiryAnswers.field(question.place());
            places.put(field, field);
            labels.put(field, Texts.of("portal.inquiry-pages.soru-no", question.place()));
        });
        model.addAttribute("yerler", places);
        model.addAttribute("alanlar", labels);
        return "portal/soru";
    }

    @PostMapping(InquiryLinks.PAGE)
    String answer(
            @RequestParam(defaultValue = "") String k,
            @RequestParam(defaultValue = "") String islem,
            @RequestParam Map<String, String> fields,
            @RequestParam MultiValueMap<String, MultipartFile> files) {
        boolean complete = islem.equals("tamamla");
        try {
            answers.answer(k, fields, uploads(files), complete);
        } catch (NotFoundException unknown) {
            return "redirect:" + InquiryLinks.PAGE;
        } catch (InvalidInputException faulty) {
            return forms.again(InquiryLinks.PAGE, faulty);
        } catch (RuleViolationException forbidden) {
            return forms.again(InquiryLinks.PAGE, forbidden.getMessage());
        } catch (ConcurrencyFailureException raced) {
            return forms.again(InquiryLinks.PAGE, Texts.of("portal.dosya-pages.kayit-bu-sirada-degisti-son"));
        }
        return forms.leadTo(
                InquiryLinks.PAGE,
                Map.of("k", List.of(k)),
                List.of(),
                null,
                Texts.of("portal.inquiry-pages.cevabiniz-alindi"),
                KeptForms.A_WHILE);
    }

    private static Map<String, List<Upload>> uploads(MultiValueMap<String, MultipartFile> files) {
        var uploads = new HashMap<String, List<Upload>>();
        files.forEach((field, given) -> uploads.put(field, AttachmentHttp.uploads(given)));
        return uploads;
    }
}
