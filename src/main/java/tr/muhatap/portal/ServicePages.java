package tr.muhatap.portal;

import java.util.List;
import java.util.Map;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tr.muhatap.attachment.Attachments;
import tr.muhatap.basvuru.AwaitedServices;
import tr.muhatap.basvuru.BasvuruRegister;
import tr.muhatap.basvuru.LegalStep;
import tr.muhatap.basvuru.ServiceWay;
import tr.muhatap.notification.PostalExtensions;
import tr.muhatap.problem.InvalidInputException;
import tr.muhatap.problem.RuleViolationException;
import tr.muhatap.steps.ClerkSteps;
import tr.muhatap.text.Texts;

/**
 * Work lists: letters waiting for their receipt, proofs of payment to check, petitions to be signed, and extensions
 * that have to be posted soon.
 */
@Controller
class ServicePages {

    private static final String PAGE = "/teslim/tebligler";

    private final AwaitedServices services;
    private final PostalExtensions extensions;
    private final BasvuruRegister register;
    private final Attachments attachments;
    private final ClerkSteps steps;
    private final Forms forms;

    ServicePages(
            AwaitedServices services,
            PostalExtensions extensions,
            BasvuruRegister register,
            Attachments attachments,
            ClerkSteps steps,
            Forms forms) {
        this.services = services;
        this.extensions = extensions;
        this.register = register;
        this.attachments = attachments;
        this.steps = steps;
        this.forms = forms;
    }

    @GetMapping(PAGE)
    String show(Model model) {
        forms.shown().ifPresent(kept -> {
            String sentTo = kept.action().substring(kept.action().lastIndexOf('/') + 1);
            model.addAttribute("acik", sentTo + "/" + kept.field("paper"));
            model.addAttribute("girilen", kept.single());
            model.addAttribute("hatalar", Forms.byField(kept.errors()));
            model.addAttribute("engel", kept.notice());
            model.addAttribute(
                    "alanlar",
                    Map.of(
                            "servedOn",
                            Texts.of("portal.dosya-pages.teblig-tarihi"),
                            "way",
                            Texts.of("portal.dosya-pages.teblig-yolu"),
                            "paper",
                            Texts.of("portal.dosya-pages.yazi")));
            model.addAttribute("yerler", Map.of());
        });
        model.addAttribute("bekleyenler", services.all());
        model.addAttribute("dilekceler", attachments.withoutPetition());
        model.addAttribute("belgeler", register.withReceiptToCheck());
        model.addAttribute("uzatmalar", extensions.now());
        model.addAttribute("tebligYollari", List.of(ServiceWay.POSTA, ServiceWay.KEP));
        return "portal/tebligler";
    }

    @PostMapping(PAGE + "/{number}")
    String enter(@PathVariable String number, @RequestParam Map<String, String> fields, RedirectAttributes redirect) {
        try {
            steps.take(number, LegalStep.SERVICE, fields);
        } catch (InvalidInputException faulty) {
            return forms.again(PAGE, faulty);
        } catch (RuleViolationException forbidden) {
            return forms.again(PAGE, forbidden.getMessage());
        } catch (ConcurrencyFailureException raced) {
            return forms.again(PAGE, Texts.of("portal.dosya-pages.kayit-bu-sirada-degisti-son"));
        }
        redirect.addFlashAttribute("oldu", Texts.of("portal.service-pages.teblig-tarihi-kaydedildi-ve-gecmise"));
        return "redirect:" + PAGE;
    }
}
