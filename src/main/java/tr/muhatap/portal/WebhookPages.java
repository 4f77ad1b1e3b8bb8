package tr.muhatap.portal;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tr.muhatap.basvuru.Status;
import tr.muhatap.form.KeptForms;
import tr.muhatap.problem.InvalidInputException;
import tr.muhatap.text.Texts;
import tr.muhatap.webhook.StatusNotice;
import tr.muhatap.webhook.Webhooks;

/** Addresses of other systems that are notified of status changes, and what went to each. */
@Controller
@RequestMapping("/bildirim-adresleri")
class WebhookPages {

    private static final String PAGE = "/bildirim-adresleri";
    private static final String SECRET = "anahtar";

    private static final Map<String, String> LABELS = Map.of(
            Webhooks.NAME, Texts.of("portal.webhook-pages.ad"), Webhooks.URL, Texts.of("portal.webhook-pages.adres"));

    private final Webhooks webhooks;
    private final Forms forms;

    WebhookPages(Webhooks webhooks, Forms forms) {
        this.webhooks = webhooks;
        this.forms = forms;
    }

    @GetMapping
    String list(Model model) {
        var kept = forms.shown().orElse(null);
        model.addAttribute("engel", kept == null ? null : kept.notice());
        model.addAttribute("hatalar", kept == null ? Map.of() : Forms.byField(kept.errors()));
        model.addAttribute("girilen", kept == null ? Map.of() : kept.single());
        model.addAttribute("alanlar", LABELS);
        model.addAttribute("yerler", Map.of(Webhooks.NAME, Webhooks.NAME, Webhooks.URL, Webhooks.URL));
        model.addAttribute("adresler", webhooks.all());
        model.addAttribute("sunucular", webhooks.hosts());
        return "portal/bildirim-adresleri";
    }

    @PostMapping
    String add(
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable String url,
            RedirectAttributes told) {
        try {
            webhooks.add(name, url);
            return done(PAGE, told, "portal.webhook-pages.eklendi");
        } catch (InvalidInputException faulty) {
            return forms.again(PAGE, faulty);
        }
    }

    /** A notice with its status in words. */
    record Line(StatusNotice notice, String status) {}

    @GetMapping("/{id}")
    String one(@PathVariable long id, Model model) {
        var log = webhooks.log(id);
        forms.shown().ifPresent(kept -> {
            model.addAttribute(SECRET, kept.field(SECRET));
            model.addAttribute("oldu", kept.done());
        });
        model.addAttribute(
                "adres",
                webhooks.all().stream()
                        .filter(view -> view.id() == id)
                        .findFirst()
                        .orElse(null));
        model.addAttribute(
                "gunluk",
                log.stream()
                        .map(notice ->
                                new Line(notice, Status.valueOf(notice.status()).label()))
                        .toList());
        return "portal/bildirim-adresi";
    }

    /** Shown on demand alone, so that nobody reads it over a shoulder. */
    @PostMapping("/{id}/anahtar")
    String secret(@PathVariable long id) {
        return showSecret(id, null);
    }

    @PostMapping("/{id}/yenile")
    String rotate(@PathVariable long id) {
        webhooks.rotate(id);
        return showSecret(id, Texts.of("portal.webhook-pages.yenilendi"));
    }

    @PostMapping("/{id}/eskiyi-bitir")
    String endFormer(@PathVariable long id, RedirectAttributes told) {
        webhooks.endFormer(id);
        return done(PAGE + "/" + id, told, "portal.webhook-pages.eski-bitti");
    }

    @PostMapping("/{id}/durdur")
    String close(@PathVariable long id, RedirectAttributes told) {
        webhooks.open(id, false);
        return done(PAGE + "/" + id, told, "portal.webhook-pages.durduruldu");
    }

    @PostMapping("/{id}/surdur")
    String open(@PathVariable long id, RedirectAttributes told) {
        webhooks.open(id, true);
        return done(PAGE + "/" + id, told, "portal.webhook-pages.surduruldu");
    }

    @PostMapping("/{id}/kaldir")
    String remove(@PathVariable long id, RedirectAttributes told) {
        webhooks.remove(id);
        return done(PAGE, told, "portal.webhook-pages.kaldirildi");
    }

    @PostMapping("/{id}/gonder/{bildirim}")
    String again(@PathVariable long id, @PathVariable long bildirim, RedirectAttributes told) {
        webhooks.again(id, bildirim);
        return done(PAGE + "/" + id, told, "portal.webhook-pages.yeniden");
    }

    /** Kept encrypted for the one page that shows it. */
    private String showSecret(long id, @Nullable String done) {
        var fields = Map.of(SECRET, List.of(webhooks.secret(id)));
        return forms.leadTo(PAGE + "/" + id, fields, List.of(), null, done, KeptForms.A_WHILE);
    }

    private static String done(String page, RedirectAttributes told, String text) {
        told.addFlashAttribute("oldu", Texts.of(text));
        return "redirect:" + page;
    }
}
