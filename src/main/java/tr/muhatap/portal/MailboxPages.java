package tr.muhatap.portal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
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
import tr.muhatap.attachment.Attachments;
import tr.muhatap.basvuru.Kind;
import tr.muhatap.channel.Channel;
import tr.muhatap.intake.SubmissionRequest.ApplicantRequest;
import tr.muhatap.intake.posta.MailDesk;
import tr.muhatap.organization.Organization;
import tr.muhatap.problem.InvalidInputException;
import tr.muhatap.problem.RuleViolationException;
import tr.muhatap.problem.TooManyRequestsException;
import tr.muhatap.text.Texts;

/** Mails that a clerk has to process. */
@Controller
@RequestMapping("/posta-kutusu")
class MailboxPages {

    private static final String PAGE = "/posta-kutusu";
    private static final String TYPE = "type";

    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry(Attachments.FIELD, Texts.of("portal.apply-page.ekler")),
            Map.entry("channel", Texts.of("portal.kabul-form.kanal")),
            Map.entry("kind", Texts.of("portal.apply-page.tur")),
            Map.entry("topic", Texts.of("portal.apply-page.konu")),
            Map.entry("subject", Texts.of("portal.apply-page.baslik")),
            Map.entry("text", Texts.of("portal.mailbox-pages.basvurunun-metni")),
            Map.entry("applicant.firstName", Texts.of("portal.apply-page.ad")),
            Map.entry("applicant.lastName", Texts.of("portal.apply-page.soyad")),
            Map.entry("applicant.nationalId", "T.C. kimlik no"),
            Map.entry("applicant.title", Texts.of("portal.apply-page.unvan")),
            Map.entry("applicant.taxNumber", "Vergi kimlik no"),
            Map.entry("applicant.representative", Texts.of("portal.apply-page.yetkili-kisi")),
            Map.entry("applicant.authorityDocument", Texts.of("portal.apply-page.yetki-belgesi")),
            Map.entry("applicant.email", Texts.of("portal.apply-page.e-posta")),
            Map.entry("applicant.phone", Texts.of("portal.apply-page.telefon")),
            Map.entry("applicant.address", Texts.of("portal.apply-page.adres")),
            Map.entry("number", Texts.of("portal.mailbox-pages.basvuru-numarasi")),
            Map.entry(MailDesk.NOTE, Texts.of("portal.dosya-pages.gerekce")));

    private static final Map<String, String> PLACES =
            LABELS.keySet().stream().collect(Collectors.toMap(field -> field, MailboxPages::place));

    private final MailDesk desk;
    private final Organization organization;
    private final Attachments attachments;
    private final Forms forms;

    MailboxPages(MailDesk desk, Organization organization, Attachments attachments, Forms forms) {
        this.desk = desk;
        this.organization = organization;
        this.attachments = attachments;
        this.forms = forms;
    }

    private static String place(String field) {
        return field.replace("applicant.", "");
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "BEKLEYEN") MailDesk.Choice durum,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        int shown = Math.max(page, 0);
        var entries = desk.list(durum, shown);
        model.addAttribute(
                "iletiler", entries.stream().limit(MailDesk.pageSize()).toList());
        model.addAttribute("devam", entries.size() > MailDesk.pageSize());
        model.addAttribute("sayfa", shown);
        model.addAttribute("secim", durum);
        model.addAttribute("secimler", MailDesk.Choice.values());
        model.addAttribute("acik", desk.isOn());
        return "portal/posta-kutusu";
    }

    @GetMapping("/{id}")
    String one(@PathVariable long id, Model model) {
        var mail = desk.open(id);
        var kept = forms.shown().orElse(null);
        model.addAttribute("ileti", mail);
        var shown = typed(mail);
        if (kept != null) {
            shown.putAll(kept.single());
        }
        model.addAttribute("girilen", shown);
        model.addAttribute(
                "secilenEkler",
                kept == null || !kept.fields().containsKey(TYPE)
                        ? mail.files().stream()
                                .map(file -> String.valueOf(file.index()))
                                .toList()
                        : kept.fields().getOrDefault("ek", List.of()));
        model.addAttribute("engel", kept == null ? null : kept.notice());
        model.addAttribute("hatalar", kept == null ? Map.of() : Forms.byField(kept.errors()));
        model.addAttribute("yerler", PLACES);
        model.addAttribute("alanlar", LABELS);
        model.addAttribute("kanallar", List.of(Channel.ofOwnPage(false), Channel.ofOwnPage(true)));
        model.addAttribute("turler", Kind.values());
        model.addAttribute("konular", organization.topics());
        model.addAttribute("ekKurali", attachments.rule());
        return "portal/gelen-posta";
    }

    private static Map<String, String> typed(MailDesk.Mail mail) {
        var draft = mail.draft();
        var typed = new LinkedHashMap<String, String>();
        typed.put("channel", draft.channel());
        typed.put("kind", draft.kind());
        typed.put("subject", draft.subject());
        typed.put("text", mail.text());
        typed.put("firstName", draft.firstName());
        typed.put("lastName", draft.lastName());
        typed.put("nationalId", draft.nationalId() == null ? "" : draft.nationalId());
        typed.put("email", draft.email());
        String number = mail.entry().number();
        typed.put("number", number == null ? "" : number);
        return typed;
    }

    @PostMapping("/{id}/kayit")
    String register(
            @PathVariable long id,
            @RequestParam Map<String, String> typed,
            @RequestParam(name = "ek", required = false) @Nullable Set<Integer> files,
            RedirectAttributes redirect) {
        var applicant = new ApplicantRequest(
                given(typed, TYPE),
                given(typed, "firstName"),
                given(typed, "lastName"),
                given(typed, "title"),
                given(typed, "nationalId"),
                given(typed, "taxNumber"),
                given(typed, "representative"),
                given(typed, "authorityDocument"),
                given(typed, "phone"),
                given(typed, "email"),
                given(typed, "address"),
                false);
        var application = new MailDesk.Typed(
                typed.get("channel"),
                typed.get("kind"),
                given(typed, "topic"),
                typed.get("subject"),
                typed.get("text"),
                applicant,
                files == null ? Set.of() : files);
        return done(
                id,
                redirect,
                () -> Texts.of("portal.mailbox-pages.numarasiyla-kaydedildi", desk.register(id, application)));
    }

    @PostMapping("/{id}/ekle")
    String join(@PathVariable long id, @RequestParam(defaultValue = "") String number, RedirectAttributes redirect) {
        return done(id, redirect, () -> {
            desk.join(id, number);
            return Texts.of("portal.mailbox-pages.e-posta-basvurusuna-eklendi");
        });
    }

    @PostMapping("/{id}/kenara")
    String setAside(@PathVariable long id, @RequestParam(defaultValue = "") String note, RedirectAttributes redirect) {
        return done(id, redirect, () -> {
            desk.setAside(id, note);
            return Texts.of("portal.mailbox-pages.e-posta-kenara-alindi");
        });
    }

    private interface Deed {
        String run();
    }

    private String done(long id, RedirectAttributes redirect, Deed deed) {
        String page = PAGE + "/" + id;
        try {
            redirect.addFlashAttribute("oldu", deed.run());
            return "redirect:" + page;
        } catch (InvalidInputException faulty) {
            return forms.again(page, faulty);
        } catch (RuleViolationException | TooManyRequestsException refused) {
            return forms.again(page, refused.getMessage());
        }
    }

    /** Downloads the original mail. */
    @GetMapping("/{id}/ileti")
    ResponseEntity<byte[]> raw(@PathVariable long id) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"e-posta-" + id + ".eml\"")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .cacheControl(CacheControl.noStore())
                .body(desk.raw(id));
    }

    private static @Nullable String given(Map<String, String> typed, String field) {
        String value = typed.get(field);
        return value == null || value.isBlank() ? null : value;
    }
}
