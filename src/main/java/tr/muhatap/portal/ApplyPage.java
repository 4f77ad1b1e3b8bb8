package tr.muhatap.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import tr.muhatap.attachment.AttachmentHttp;
import tr.muhatap.attachment.Attachments;
import tr.muhatap.basvuru.Kind;
import tr.muhatap.basvuru.TrackingCodes;
import tr.muhatap.deadline.Channel;
import tr.muhatap.intake.Intake;
import tr.muhatap.intake.SubmissionRequest;
import tr.muhatap.organization.Organization;
import tr.muhatap.problem.FieldError;
import tr.muhatap.problem.InvalidInputException;
import tr.muhatap.problem.RuleViolationException;
import tr.muhatap.problem.TooManyRequestsException;
import tr.muhatap.rate.RateLimits;

/**
 * A citizen applies on our own page: by the website, or, asking for information, electronically under 4982. The form carries
 * a key of its own, so that sending it twice gives one application.
 */
@Controller
class ApplyPage {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    /** What the summary of errors calls the fields. */
    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry(Attachments.FIELD, "Dosyalar"),
            Map.entry("kind", "Tür"),
            Map.entry("topic", "Konu"),
            Map.entry("subject", "Başlık"),
            Map.entry("text", "Anlatmak istediğiniz"),
            Map.entry("previousNumber", "Önceki başvuru"),
            Map.entry("applicant.firstName", "Ad"),
            Map.entry("applicant.lastName", "Soyad"),
            Map.entry("applicant.nationalId", "T.C. kimlik numarası"),
            Map.entry("applicant.title", "Unvan"),
            Map.entry("applicant.taxNumber", "Vergi kimlik numarası"),
            Map.entry("applicant.representative", "Yetkili kişi"),
            Map.entry("applicant.authorityDocument", "Yetki belgesi"),
            Map.entry("applicant.email", "E-posta"),
            Map.entry("applicant.phone", "Telefon"),
            Map.entry("applicant.address", "Adres"));

    private final Intake intake;
    private final Organization organization;
    private final Attachments attachments;
    private final TrackingCodes codes;
    private final RateLimits limits;

    ApplyPage(
            Intake intake, Organization organization, Attachments attachments, TrackingCodes codes, RateLimits limits) {
        this.limits = limits;
        this.intake = intake;
        this.attachments = attachments;
        this.codes = codes;
        this.organization = organization;
    }

    @GetMapping("/basvuru")
    String ask(Model model) {
        return form(Map.of("key", UUID.randomUUID().toString(), "type", "GERCEK"), Map.of(), model);
    }

    @PostMapping("/basvuru")
    String apply(
            @RequestParam Map<String, String> fields,
            @RequestParam(name = Attachments.FIELD, required = false) @Nullable List<MultipartFile> files,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        try {
            limits.requireAddress(request);
            var accepted = accepted(files);
            var receipt = intake.takeFromCitizen(
                            request(fields), basvuru -> attachments.addFromCitizen(basvuru.number(), accepted))
                    .basvuru();
            model.addAttribute("basvuru", receipt);
            model.addAttribute("kod", codes.atRegistration(receipt));
            model.addAttribute("sonGun", DAY.format(receipt.deadline().lastDay()));
            return "portal/basvuru-alindi";
        } catch (InvalidInputException faulty) {
            var errors = new LinkedHashMap<String, String>();
            for (FieldError error : faulty.errors()) {
                errors.merge(error.field(), words(error), (one, other) -> one + " " + other);
            }
            return form(fields, errors, model);
        } catch (TooManyRequestsException tooMany) {
            response.setStatus(tooMany.getStatusCode().value());
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(tooMany.seconds()));
            return form(fields, Map.of("key", tooMany.sentence()), model);
        } catch (RuleViolationException sentBeforeWithOtherWords) {
            return form(
                    fields,
                    Map.of("key", "Bu form daha önce gönderildi. Yeni bir başvuru için sayfayı yeniden açın."),
                    model);
        }
    }

    /** A file that cannot be taken now is a fault of its field, as one that never is. */
    private Attachments.Accepted accepted(@Nullable List<MultipartFile> files) {
        try {
            return attachments.accept(AttachmentHttp.uploads(files));
        } catch (RuleViolationException notNow) {
            throw new InvalidInputException(Attachments.FIELD, String.valueOf(notNow.getMessage()));
        }
    }

    private String form(Map<String, String> given, Map<String, String> errors, Model model) {
        model.addAttribute("girilen", given);
        model.addAttribute("hatalar", errors);
        model.addAttribute("alanlar", LABELS);
        model.addAttribute("ekKurali", attachments.rule());
        model.addAttribute("ekUclari", attachments.endings());
        model.addAttribute("turler", Kind.values());
        model.addAttribute("konular", organization.topics());
        return "portal/basvuru";
    }

    /** The API names its codes; a page has a list to choose from. */
    private static String words(FieldError error) {
        return error.field().equals("kind") ? "Bir tür seçin." : error.message();
    }

    private static SubmissionRequest request(Map<String, String> fields) {
        boolean forInformation = Kind.BILGI_ISTEMI.name().equals(fields.get("kind"));
        boolean hidden = fields.containsKey("identityHidden");
        return new SubmissionRequest(
                (forInformation ? Channel.BILGI_EDINME : Channel.DIJITAL).name(),
                forInformation ? null : "WEB",
                given(fields, "kind"),
                given(fields, "topic"),
                given(fields, "subject"),
                given(fields, "text"),
                hidden ? hiddenApplicant() : applicant(fields),
                forInformation ? "ELEKTRONIK" : null,
                null,
                given(fields, "key"),
                null,
                null,
                null,
                given(fields, "previousNumber"),
                given(fields, "previousCode"));
    }

    private static SubmissionRequest.ApplicantRequest applicant(Map<String, String> fields) {
        boolean legal = "TUZEL".equals(fields.get("type"));
        return new SubmissionRequest.ApplicantRequest(
                given(fields, "type"),
                legal ? null : given(fields, "firstName"),
                legal ? null : given(fields, "lastName"),
                legal ? given(fields, "title") : null,
                given(fields, "nationalId"),
                legal ? given(fields, "taxNumber") : null,
                legal ? given(fields, "representative") : null,
                legal ? given(fields, "authorityDocument") : null,
                given(fields, "phone"),
                given(fields, "email"),
                given(fields, "address"),
                false);
    }

    private static SubmissionRequest.ApplicantRequest hiddenApplicant() {
        return new SubmissionRequest.ApplicantRequest(
                null, null, null, null, null, null, null, null, null, null, null, true);
    }

    private static @Nullable String given(Map<String, String> fields, String name) {
        String value = fields.get(name);
        return value == null || value.isBlank() ? null : value;
    }
}
