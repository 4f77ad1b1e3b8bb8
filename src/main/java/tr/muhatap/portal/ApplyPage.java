package tr.muhatap.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
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
import tr.muhatap.basvuru.AnswerBy;
import tr.muhatap.basvuru.Basvuru;
import tr.muhatap.basvuru.Kind;
import tr.muhatap.channel.Channel;
import tr.muhatap.channel.Particular;
import tr.muhatap.form.KeptForms;
import tr.muhatap.intake.Intake;
import tr.muhatap.intake.SubmissionRequest;
import tr.muhatap.organization.Organization;
import tr.muhatap.privacy.PrivacyNotices;
import tr.muhatap.problem.FieldError;
import tr.muhatap.problem.InvalidInputException;
import tr.muhatap.problem.RuleViolationException;
import tr.muhatap.problem.TooManyRequestsException;
import tr.muhatap.rate.RateLimits;
import tr.muhatap.takip.TrackingCodes;
import tr.muhatap.text.Texts;

/**
 * Application form for citizens: by the website, or, for information, electronically under 4982. The form has a unique
 * key, so that submitting it twice registers one application.
 */
@Controller
class ApplyPage {

    private static final String PAGE = "/basvuru";
    private static final String RECEIPT = "/basvuru/alindi";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    /** Labels of the fields in the error summary. */
    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry(Attachments.FIELD, Texts.of("portal.apply-page.ekler")),
            Map.entry("kind", Texts.of("portal.apply-page.tur")),
            Map.entry("topic", Texts.of("portal.apply-page.konu")),
            Map.entry("subject", Texts.of("portal.apply-page.baslik")),
            Map.entry("text", Texts.of("portal.apply-page.anlatmak-istediginiz")),
            Map.entry("previousNumber", Texts.of("portal.apply-page.onceki-basvuru")),
            Map.entry("answerBy", Texts.of("portal.apply-page.cevabin-yolu")),
            Map.entry("applicant.firstName", Texts.of("portal.apply-page.ad")),
            Map.entry("applicant.lastName", Texts.of("portal.apply-page.soyad")),
            Map.entry("applicant.nationalId", Texts.of("portal.apply-page.t-c-kimlik-numarasi")),
            Map.entry("applicant.title", Texts.of("portal.apply-page.unvan")),
            Map.entry("applicant.taxNumber", Texts.of("portal.apply-page.vergi-kimlik-numarasi")),
            Map.entry("applicant.representative", Texts.of("portal.apply-page.yetkili-kisi")),
            Map.entry("applicant.authorityDocument", Texts.of("portal.apply-page.yetki-belgesi")),
            Map.entry("applicant.email", Texts.of("portal.apply-page.e-posta")),
            Map.entry("applicant.phone", Texts.of("portal.apply-page.telefon")),
            Map.entry("applicant.address", Texts.of("portal.apply-page.adres")));

    private static final Map<String, String> PLACES = places();

    private final Intake intake;
    private final Organization organization;
    private final Attachments attachments;
    private final TrackingCodes codes;
    private final RateLimits limits;
    private final PrivacyNotices notices;
    private final ReceiptPages receipts;
    private final Forms forms;

    ApplyPage(
            Intake intake,
            Organization organization,
            Attachments attachments,
            TrackingCodes codes,
            RateLimits limits,
            PrivacyNotices notices,
            ReceiptPages receipts,
            Forms forms) {
        this.forms = forms;
        this.receipts = receipts;
        this.notices = notices;
        this.limits = limits;
        this.intake = intake;
        this.attachments = attachments;
        this.codes = codes;
        this.organization = organization;
    }

    /** The empty form may be cached: going back and submitting it again uses the same key. */
    @GetMapping(PAGE)
    String ask(HttpServletResponse response, Model model) {
        var kept = forms.shown().orElse(null);
        if (kept == null) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "private, max-age=0");
            return form(Map.of("key", UUID.randomUUID().toString(), "type", "GERCEK"), Map.of(), null, model);
        }
        var errors = kept.errors().stream()
                .map(error -> new FieldError(error.field(), words(error)))
                .toList();
        return form(kept.single(), Forms.byField(errors), kept.notice(), model);
    }

    @PostMapping(PAGE)
    String apply(
            @RequestParam Map<String, String> fields,
            @RequestParam(name = Attachments.FIELD, required = false) @Nullable List<MultipartFile> files,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        try {
            limits.requireAddress(request);
            var accepted = accepted(files);
            var basvuru = intake.takeFromCitizen(
                            request(fields), taken -> attachments.addFromCitizen(taken.number(), accepted))
                    .basvuru();
            return forms.leadTo(RECEIPT, receipt(basvuru), KeptForms.A_WHILE);
        } catch (InvalidInputException faulty) {
            return forms.again(PAGE, faulty);
        } catch (TooManyRequestsException tooMany) {
            response.setStatus(tooMany.getStatusCode().value());
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(tooMany.seconds()));
            return form(fields, Map.of(), tooMany.sentence(), model);
        } catch (RuleViolationException sentBeforeWithOtherWords) {
            return forms.again(PAGE, Texts.of("portal.apply-page.bu-form-daha-once-gonderildi"));
        }
    }

    /** Can be reloaded for a while in the same browser. */
    @GetMapping(RECEIPT)
    String receipt(Model model) {
        var kept = forms.shown().orElse(null);
        if (kept == null) {
            return "redirect:" + PAGE;
        }
        model.addAttribute("basvuru", kept.single());
        receipts.show(String.valueOf(kept.field("number")), model);
        model.addAttribute("uyarilar", kept.fields().getOrDefault("warnings", List.of()));
        return "portal/basvuru-alindi";
    }

    private Map<String, List<String>> receipt(Basvuru basvuru) {
        var deadline = basvuru.deadline();
        String code = codes.atRegistration(basvuru);
        return Map.of(
                "number", List.of(basvuru.number()),
                "code", code == null ? List.of() : List.of(code),
                "lastDay", List.of(DAY.format(deadline.lastDay())),
                "limit", List.of(deadline.limit() + " " + deadline.unit().label()),
                "basis", List.of(deadline.basis()),
                "warnings", List.copyOf(basvuru.warnings()));
    }

    /** Converts a refusal for all files into a fault of the file field. */
    private Attachments.Accepted accepted(@Nullable List<MultipartFile> files) {
        try {
            return attachments.accept(AttachmentHttp.uploads(files));
        } catch (RuleViolationException notNow) {
            throw new InvalidInputException(Attachments.FIELD, String.valueOf(notNow.getMessage()));
        }
    }

    private String form(Map<String, String> given, Map<String, String> errors, @Nullable String notice, Model model) {
        model.addAttribute("engel", notice);
        model.addAttribute("yerler", PLACES);
        model.addAttribute("aydinlatma", notices.current().version());
        model.addAttribute("girilen", given);
        model.addAttribute("hatalar", errors);
        model.addAttribute("alanlar", LABELS);
        model.addAttribute("ekKurali", attachments.rule());
        model.addAttribute("ekUclari", attachments.endings());
        model.addAttribute("turler", Kind.values());
        model.addAttribute("cevapYollari", AnswerBy.values());
        model.addAttribute("konular", organization.topics());
        return "portal/basvuru";
    }

    /** Element ids of the page's fields. */
    private static Map<String, String> places() {
        var places = new HashMap<String, String>();
        LABELS.keySet().forEach(field -> places.put(field, field.replace("applicant.", "")));
        places.put("applicant", "siz");
        return places;
    }

    /** Replaces messages that list codes of the API, since the page has a selection. */
    private static String words(FieldError error) {
        return error.field().equals("kind") ? Texts.of("portal.apply-page.bir-tur-secin") : error.message();
    }

    private static SubmissionRequest request(Map<String, String> fields) {
        var channel = Channel.ofOwnPage(Kind.BILGI_ISTEMI.name().equals(fields.get("kind")));
        boolean hidden = fields.containsKey("identityHidden");
        return new SubmissionRequest(
                channel.name(),
                channel.asks(Particular.SOURCE) ? "WEB" : null,
                given(fields, "kind"),
                given(fields, "topic"),
                given(fields, "subject"),
                given(fields, "text"),
                hidden ? hiddenApplicant() : applicant(fields),
                channel.asks(Particular.SUBMISSION) ? "ELEKTRONIK" : null,
                null,
                given(fields, "key"),
                null,
                null,
                null,
                given(fields, "previousNumber"),
                given(fields, "previousCode"),
                given(fields, "privacyNotice"),
                given(fields, "answerBy"),
                null,
                null,
                null);
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
                false,
                fields.containsKey("foreigner") ? true : null);
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
