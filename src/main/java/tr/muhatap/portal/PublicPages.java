package tr.muhatap.portal;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
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
import tr.muhatap.calendar.OfficeClock;
import tr.muhatap.form.KeptForms;
import tr.muhatap.letter.FeeWords;
import tr.muhatap.letter.Remedies;
import tr.muhatap.problem.InvalidInputException;
import tr.muhatap.problem.NotFoundException;
import tr.muhatap.problem.RuleViolationException;
import tr.muhatap.takip.CitizenSteps;
import tr.muhatap.takip.Satisfaction;
import tr.muhatap.takip.Tracking;
import tr.muhatap.text.Texts;

/** Public tracking page with number and code. */
@Controller
class PublicPages {

    private static final String PAGE = "/takip";
    private static final Set<String> STEPS =
            Set.of("geri-cek", "yeniden-ac", "tamamla", "muracaat", "odeme-belgesi", "memnuniyet");

    /** Names of the free-text field, by step. */
    private static final List<String> WORDS = List.of("text", "reason", "words");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private final Tracking tracking;
    private final CitizenSteps steps;
    private final Attachments attachments;
    private final Completions completions;
    private final ReceiptPages receipts;
    private final Satisfaction satisfaction;

    private final Forms forms;
    private final Remedies remedies;

    PublicPages(
            Tracking tracking,
            CitizenSteps steps,
            Attachments attachments,
            Completions completions,
            ReceiptPages receipts,
            Satisfaction satisfaction,
            Forms forms,
            Remedies remedies) {
        this.satisfaction = satisfaction;
        this.forms = forms;
        this.remedies = remedies;
        this.receipts = receipts;
        this.completions = completions;
        this.tracking = tracking;
        this.steps = steps;
        this.attachments = attachments;
    }

    /** The form for number and code, or for a while the application that was found with them. */
    @GetMapping(PAGE)
    String askForCode(@RequestParam(required = false) @Nullable String number, Model model) {
        var kept = forms.shown().orElse(null);
        if (kept == null) {
            model.addAttribute("number", number);
            return "portal/takip";
        }
        model.addAttribute("yapildi", kept.done() != null);
        model.addAttribute("engel", kept.notice());
        String step =
                kept.done() != null ? "" : kept.action().substring(kept.action().lastIndexOf('/') + 1);
        model.addAttribute("acik", step);
        var errors = Forms.byField(kept.errors());
        model.addAttribute("hatalar", errors);
        model.addAttribute(
                "sozHatasi",
                WORDS.stream()
                        .map(errors::get)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null));
        model.addAttribute("girilen", kept.field("words"));
        model.addAttribute("secilen", kept.field("ground"));
        model.addAttribute("girilenTarih", kept.field("paidOn"));
        model.addAttribute("girilenBelge", kept.field("receipt"));
        model.addAttribute("girilenCozuldu", kept.field(Satisfaction.SOLVED));
        model.addAttribute("girilenPuan", kept.field(Satisfaction.SCORE));
        model.addAttribute(
                "alanlar",
                Map.of(
                        "ground",
                        Texts.of("portal.public-pages.neden"),
                        Attachments.FIELD,
                        Texts.of("portal.apply-page.ekler"),
                        "paidOn",
                        Texts.of("portal.dosya-pages.odeme-tarihi"),
                        "receipt",
                        Texts.of("portal.public-pages.belge-numarasi"),
                        Satisfaction.SOLVED,
                        Texts.of("portal.public-pages.sorun-cozuldu-mu"),
                        Satisfaction.SCORE,
                        Texts.of("portal.public-pages.memnuniyet")));
        model.addAttribute(
                "yerler",
                Map.of(
                        "reason",
                        step,
                        "text",
                        step,
                        "words",
                        step,
                        "ground",
                        "ground",
                        "paidOn",
                        "paidOn",
                        "receipt",
                        "receipt",
                        Satisfaction.SOLVED,
                        "cozuldu-evet",
                        Satisfaction.SCORE,
                        "puan-1",
                        Attachments.FIELD,
                        step.equals("odeme-belgesi") ? "belge" : "file"));
        String given = Objects.requireNonNullElse(kept.field("number"), "");
        String code = Objects.requireNonNullElse(kept.field("code"), "");
        if (kept.sessionEnded() && kept.action().equals(PAGE)) {
            model.addAttribute("number", given);
            model.addAttribute("code", code);
            return "portal/takip";
        }
        return show(given, code, model);
    }

    /** By POST, so that the code appears in no address and no log. */
    @PostMapping(PAGE)
    String track(@RequestParam String number, @RequestParam String code) {
        return forms.leadTo(PAGE, forms.typed(), KeptForms.A_WHILE);
    }

    private String show(String number, String code, Model model) {
        var found = tracking.track(number, code);
        model.addAttribute("number", number);
        model.addAttribute("code", code);
        if (found.isEmpty()) {
            model.addAttribute("code", null);
            model.addAttribute("engel", Texts.of("portal.public-pages.bu-numara-ve-takip-koduyla"));
        }
        model.addAttribute("ekKurali", attachments.rule());
        model.addAttribute("ekUclari", attachments.endings());
        found.ifPresent(basvuru -> {
            model.addAttribute("basvuru", basvuru);
            model.addAttribute("sirket", Remedies.isCompany(basvuru.forwardedTo()));
            model.addAttribute(
                    "ucret",
                    basvuru.fee() == null ? null : FeeWords.of(basvuru.fee().notice(), remedies.payAt()));
            model.addAttribute("birimimize", remedies.officeDative());
            model.addAttribute("ekler", attachments.ofCitizen(number, code));
            model.addAttribute("gelis", DAY.format(basvuru.receivedAt().atZone(OfficeClock.ISTANBUL)));
            receipts.show(basvuru.number(), model);
            model.addAttribute("degerlendirilir", satisfaction.isAsked(basvuru.number()));
            model.addAttribute(
                    "degerlendirme", satisfaction.ofCitizen(basvuru.number()).orElse(null));
            model.addAttribute("sonGun", DAY.format(basvuru.deadline().lastDay()));
        });
        return "portal/takip";
    }

    /** Takes a citizen's step, then shows the application. */
    @PostMapping("/takip/{step}")
    String take(
            @PathVariable String step,
            @RequestParam String number,
            @RequestParam String code,
            @RequestParam(required = false) @Nullable String words,
            @RequestParam(required = false) @Nullable String ground,
            @RequestParam(required = false) @Nullable String paidOn,
            @RequestParam(required = false) @Nullable String receipt,
            @RequestParam(name = Satisfaction.SOLVED, required = false) @Nullable String solved,
            @RequestParam(name = Satisfaction.SCORE, required = false) @Nullable String score,
            @RequestParam(name = Attachments.FIELD, required = false) @Nullable List<MultipartFile> files) {
        if (!STEPS.contains(step)) {
            throw new NotFoundException(Texts.of("portal.dosya-pages.boyle-bir-islem-yok"));
        }
        try {
            switch (step) {
                case "geri-cek" -> steps.withdraw(number, code, words);
                case "yeniden-ac" -> steps.reopen(number, code, words);
                case "odeme-belgesi" ->
                    completions.submitReceipt(number, code, paidOn, receipt, AttachmentHttp.uploads(files));
                case "memnuniyet" -> satisfaction.give(number, code, solved, score, words);
                case "tamamla" -> completions.complete(number, code, words, AttachmentHttp.uploads(files));
                default -> steps.recourse(number, code, ground, words);
            }
        } catch (NotFoundException wrongCode) {
            return forms.leadTo(PAGE, forms.typed(), KeptForms.A_WHILE);
        } catch (InvalidInputException faulty) {
            return forms.again(PAGE, faulty);
        } catch (RuleViolationException forbidden) {
            return forms.again(PAGE, forbidden.getMessage());
        } catch (ConcurrencyFailureException raced) {
            return forms.again(PAGE, Texts.of("portal.dosya-pages.kayit-bu-sirada-degisti-son"));
        }
        var known = Map.of("number", List.of(number), "code", List.of(code));
        return forms.leadTo(
                PAGE, known, List.of(), null, Texts.of("portal.public-pages.isleminiz-kaydedildi"), KeptForms.A_WHILE);
    }
}
