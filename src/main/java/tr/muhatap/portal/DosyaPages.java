package tr.muhatap.portal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tr.muhatap.attachment.Attachments;
import tr.muhatap.basvuru.AppealOutcome;
import tr.muhatap.basvuru.BasvuruAccess;
import tr.muhatap.basvuru.BasvuruRegister;
import tr.muhatap.basvuru.ExtensionGround;
import tr.muhatap.basvuru.FeeItem;
import tr.muhatap.basvuru.FeeTariff;
import tr.muhatap.basvuru.FeeTariffs;
import tr.muhatap.basvuru.LegalStep;
import tr.muhatap.basvuru.OpinionKind;
import tr.muhatap.basvuru.ServiceWay;
import tr.muhatap.dosya.DosyaService;
import tr.muhatap.intake.cagri.CallDesk;
import tr.muhatap.letter.Letters;
import tr.muhatap.letter.Remedies;
import tr.muhatap.problem.InvalidInputException;
import tr.muhatap.problem.NotFoundException;
import tr.muhatap.problem.RuleViolationException;
import tr.muhatap.steps.ClerkSteps;
import tr.muhatap.takip.CodeIssues;
import tr.muhatap.takip.Satisfaction;
import tr.muhatap.text.Digits;
import tr.muhatap.text.Texts;

/** An application's file for staff, with the available legal steps. */
@Controller
class DosyaPages {

    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("ground", Texts.of("portal.dosya-pages.gerekce")),
            Map.entry("reason", Texts.of("portal.dosya-pages.aciklama")),
            Map.entry("amount", Texts.of("portal.dosya-pages.tutar")),
            Map.entry("pages", Texts.of("portal.dosya-pages.sayfa-sayisi")),
            Map.entry("item-CD", FeeItem.CD.label()),
            Map.entry("item-PLAN", FeeItem.PLAN.label()),
            Map.entry("item-POSTA", FeeItem.POSTA.label()),
            Map.entry("paidOn", Texts.of("portal.dosya-pages.odeme-tarihi")),
            Map.entry("receipt", Texts.of("portal.dosya-pages.makbuz-numarasi")),
            Map.entry("text", Texts.of("portal.dosya-pages.metin")),
            Map.entry("number", Texts.of("portal.dosya-pages.ana-basvuru")),
            Map.entry("filedOn", Texts.of("portal.dosya-pages.itiraz-tarihi")),
            Map.entry("servedOn", Texts.of("portal.dosya-pages.teblig-tarihi")),
            Map.entry("paper", Texts.of("portal.dosya-pages.yazi")),
            Map.entry("way", Texts.of("portal.dosya-pages.teblig-yolu")),
            Map.entry("kind", Texts.of("portal.dosya-pages.ne-isteniyor")),
            Map.entry("body", Texts.of("portal.dosya-pages.kurum")),
            Map.entry("question", Texts.of("portal.dosya-pages.istenen-gorus-veya-bilgi")),
            Map.entry("askedOn", Texts.of("portal.dosya-pages.talep-tarihi")),
            Map.entry("opinion", Texts.of("portal.dosya-pages.hangi-talep")),
            Map.entry("requestedOn", Texts.of("portal.dosya-pages.kurulun-istek-tarihi")),
            Map.entry("boardNumber", Texts.of("portal.dosya-pages.kurulun-sayisi")),
            Map.entry("answeredOn", Texts.of("portal.dosya-pages.cevap-tarihi")),
            Map.entry("outcome", Texts.of("portal.dosya-pages.kurulun-karari")),
            Map.entry("phone", Texts.of("portal.apply-page.telefon")),
            Map.entry("email", Texts.of("portal.apply-page.e-posta")),
            Map.entry("address", Texts.of("portal.apply-page.adres")));

    private static final Pattern NUMBER = Pattern.compile("20[0-9]{2}-[0-9]{6,}");

    private final DosyaService dosyalar;
    private final ClerkSteps steps;
    private final Letters letters;
    private final Attachments attachments;
    private final CodeIssues codes;
    private final FileSteps fileSteps;
    private final FeeTariffs tariffs;
    private final Clock clock;
    private final Forms forms;
    private final CallDesk calls;
    private final Satisfaction satisfaction;
    private final InquiryPages inquiries;
    private final Ways ways;
    private final BasvuruRegister register;
    private final BasvuruAccess access;

    DosyaPages(
            FeeTariffs tariffs,
            Clock clock,
            DosyaService dosyalar,
            ClerkSteps steps,
            Letters letters,
            Attachments attachments,
            CodeIssues codes,
            FileSteps fileSteps,
            Forms forms,
            CallDesk calls,
            Satisfaction satisfaction,
            InquiryPages inquiries,
            Ways ways,
            BasvuruRegister register,
            BasvuruAccess access) {
        this.register = register;
        this.access = access;
        this.ways = ways;
        this.inquiries = inquiries;
        this.fileSteps = fileSteps;
        this.tariffs = tariffs;
        this.clock = clock;
        this.forms = forms;
        this.calls = calls;
        this.satisfaction = satisfaction;
        this.dosyalar = dosyalar;
        this.steps = steps;
        this.letters = letters;
        this.attachments = attachments;
        this.codes = codes;
    }

    @GetMapping("/dosya")
    String ask(@RequestParam(required = false, defaultValue = "") String number, Model model) {
        if (number.isBlank()) {
            return "portal/dosya-sor";
        }
        String written = Digits.applicationNumber(number);
        if (!NUMBER.matcher(written).matches()) {
            var byPaper = dosyalar.openByPaper(number);
            if (byPaper.isPresent()) {
                return "redirect:/dosya/" + byPaper.get();
            }
            model.addAttribute("girilen", number.strip());
            model.addAttribute(
                    "hatalar", Map.of("number", Texts.of("portal.dosya-pages.basvuru-numarasi-2026-000123-biciminde")));
            return "portal/dosya-sor";
        }
        if (!dosyalar.mayOpen(written)) {
            model.addAttribute("girilen", number.strip());
            model.addAttribute(
                    "hatalar",
                    Map.of("number", Texts.of("portal.dosya-pages.bu-numarayla-gorebileceginiz-bir-basvuru")));
            return "portal/dosya-sor";
        }
        return "redirect:/dosya/" + written;
    }

    /** @param iletisim whether contact data in the citizen's text are shown to a unit */
    @GetMapping("/dosya/{number}")
    String show(
            @PathVariable String number,
            @RequestParam(defaultValue = "false") boolean iletisim,
            @RequestHeader(name = HttpHeaders.REFERER, required = false) @Nullable String from,
            Model model) {
        var kept = forms.shown().orElse(null);
        if (kept != null) {
            String sentTo = kept.action().substring(kept.action().lastIndexOf('/') + 1);
            model.addAttribute("acik", LegalStep.at(sentTo).orElse(null));
            model.addAttribute("girilen", kept.single());
            model.addAttribute("hatalar", Forms.byField(kept.errors()));
            model.addAttribute("engel", kept.notice());
            boolean step = sentTo.equals(FileSteps.ADDRESS);
            model.addAttribute("yerler", step ? FileSteps.places() : places(sentTo));
            model.addAttribute("alanlar", step ? FileSteps.labels() : LABELS);
            if (sentTo.equals("saklama-engeli")) {
                model.addAttribute("engelAcik", true);
            }
            if (sentTo.equals("not")) {
                model.addAttribute("girilenNot", kept.field("text"));
                model.addAttribute("notAcik", true);
            }
        }
        var dosya = dosyalar.open(number, iletisim);
        model.addAttribute("d", dosya);
        model.addAttribute("degerlendirme", satisfaction.ofOffice(number).orElse(null));
        model.addAttribute("cagrilar", calls.of(number));
        model.addAttribute("siradakiVar", ways.worksOnTasks());
        inquiries.show(number, iletisim, model);
        model.addAttribute("kayitDinler", calls.mayListen());
        fileSteps.show(dosya, kept != null && kept.action().endsWith("/" + FileSteps.ADDRESS) ? kept : null, model);
        model.addAttribute("sirket", Remedies.isCompany(dosya.forwardedTo()));
        model.addAttribute("liste", ListPages.backTo(from));
        model.addAttribute("dilekceBekleniyor", dosya.petitionNeeded() && attachments.awaitsPetition(number));
        var basvuru = register.get(number);
        model.addAttribute(
                "bilgiGosterir",
                dosya.applicant() != null
                        && !basvuru.isErased()
                        && !basvuru.applicant().identityHidden());
        model.addAttribute("saklamaEngeli", basvuru.hold());
        model.addAttribute("engelKoyabilir", access.mayHold() && !basvuru.isErased());
        model.addAttribute("ekSayisi", attachments.count(number));
        model.addAttribute("takipKoduVerir", codes.mayRenew(number));
        model.addAttribute("yaziYazar", letters.mayWrite(number));
        var tariff = tariffs.on(LocalDate.now(clock));
        model.addAttribute("tarife", tariff.orElse(null));
        model.addAttribute("ucretKalemleri", itemsBesidePages(tariff.orElse(null)));
        model.addAttribute("sureGerekceleri", ExtensionGround.values());
        model.addAttribute("tebligYollari", List.of(ServiceWay.POSTA, ServiceWay.KEP));
        model.addAttribute("kurulKararlari", AppealOutcome.values());
        model.addAttribute("gorusTurleri", OpinionKind.values());
        return "portal/dosya";
    }

    private static List<FeeItem> itemsBesidePages(@Nullable FeeTariff tariff) {
        return tariff == null
                ? List.of()
                : Arrays.stream(FeeItem.values())
                        .filter(item -> item != FeeItem.SAYFA && tariff.prices().containsKey(item))
                        .toList();
    }

    /** The receipt displays the new code, once. */
    @PostMapping("/dosya/{number}/takip-kodu")
    String renewCode(@PathVariable String number) {
        codes.renewToShow(number);
        return "redirect:/kabul/" + number;
    }

    /** Element ids of a step's fields; most equal their names. */
    private static Map<String, String> places(String step) {
        var places = new HashMap<String, String>();
        LABELS.keySet().forEach(field -> places.put(field, field));
        places.put("text", step.equals("not") ? "note" : step);
        places.put(
                "reason",
                step.equals("extension")
                        ? "extension-reason"
                        : step.equals("saklama-engeli") ? "engel-gerekcesi" : step);
        places.put("paidOn", step + "-paidOn");
        places.put("receipt", step + "-receipt");
        places.put("number", "main");
        places.put("requestedOn", step + "-requestedOn");
        if (!step.equals("appeal")) {
            places.put("boardNumber", step + "-itiraz");
        }
        places.put("servedOn", step.equals("service") ? "service-servedOn" : "servedOn");
        if (step.startsWith("opinion")) {
            List.of("kind", "body", "question", "askedOn", "answeredOn")
                    .forEach(field -> places.put(field, "opinion-" + field));
            places.put("opinion", step + "-hangi");
        }
        places.put("phone", "yeni-telefon");
        places.put("email", "yeni-eposta");
        places.put("address", "yeni-adres");
        return places;
    }

    @PostMapping("/dosya/{number}/{step}")
    String take(
            @PathVariable String number,
            @PathVariable String step,
            @RequestParam Map<String, String> fields,
            RedirectAttributes redirect) {
        var taken = LegalStep.at(step)
                .orElseThrow(() -> new NotFoundException(Texts.of("portal.dosya-pages.boyle-bir-islem-yok")));
        try {
            steps.take(number, taken, fields);
        } catch (InvalidInputException faulty) {
            return forms.again("/dosya/" + number, faulty);
        } catch (RuleViolationException forbidden) {
            return forms.again("/dosya/" + number, forbidden.getMessage());
        } catch (ConcurrencyFailureException raced) {
            return forms.again("/dosya/" + number, Texts.of("portal.dosya-pages.kayit-bu-sirada-degisti-son"));
        }
        redirect.addFlashAttribute(
                "oldu", Texts.of("portal.dosya-pages.islemi-yapildi-ve-gecmise-yazildi", taken.label()));
        return "redirect:/dosya/" + number;
    }
}
