package tr.muhatap.portal;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tr.muhatap.basvuru.BasvuruRetention;
import tr.muhatap.basvuru.Kind;
import tr.muhatap.problem.InvalidInputException;
import tr.muhatap.problem.NotFoundException;
import tr.muhatap.problem.RuleViolationException;
import tr.muhatap.retention.ErasureRecord;
import tr.muhatap.retention.Holds;
import tr.muhatap.retention.Proposal;
import tr.muhatap.retention.Proposals;
import tr.muhatap.retention.RetentionSettings;
import tr.muhatap.text.Texts;

/** How long personal data are kept: what is proposed to be erased, its approval, what is held, and the previous records. */
@Controller
class RetentionPages {

    private static final String PAGE = "/saklama";
    private static final int MOST_LINES = 500;
    private static final int MOST_PROPOSALS = 50;

    private final Proposals proposals;
    private final BasvuruRetention retention;
    private final Holds holds;
    private final ErasureRecord records;
    private final RetentionSettings settings;
    private final Forms forms;

    RetentionPages(
            Proposals proposals,
            BasvuruRetention retention,
            Holds holds,
            ErasureRecord records,
            RetentionSettings settings,
            Forms forms) {
        this.proposals = proposals;
        this.retention = retention;
        this.holds = holds;
        this.records = records;
        this.settings = settings;
        this.forms = forms;
    }

    /** A kind and how many years its personal data are kept. */
    record Years(String kind, int years) {}

    @GetMapping(PAGE)
    String show(Model model) {
        forms.shown().ifPresent(kept -> model.addAttribute("engel", kept.notice()));
        var open = proposals.open().orElse(null);
        model.addAttribute("acik", open);
        if (open != null) {
            var counts = proposals.counts(open.id());
            model.addAttribute("sayilar", counts);
            model.addAttribute(
                    "toplam", counts.stream().mapToLong(Proposal.Count::all).sum());
            model.addAttribute(
                    "islenen",
                    counts.stream().mapToLong(Proposal.Count::settled).sum());
            model.addAttribute("satirlar", proposals.lines(open.id(), MOST_LINES));
        }
        model.addAttribute(
                "yillar",
                Arrays.stream(Kind.values())
                        .map(kind -> new Years(kind.label(), settings.yearsOf(kind)))
                        .toList());
        model.addAttribute("engeller", retention.held(MOST_LINES));
        model.addAttribute(
                "oncekiler",
                proposals.all(MOST_PROPOSALS).stream()
                        .filter(one -> !one.isOpen())
                        .toList());
        model.addAttribute("yapabilir", proposals.mayDecide());
        return "portal/saklama";
    }

    @PostMapping(PAGE)
    String change(
            @RequestParam(defaultValue = "") String islem,
            @RequestParam(defaultValue = "") String oneri,
            @RequestParam(defaultValue = "") String sayi,
            RedirectAttributes redirect) {
        try {
            switch (islem) {
                case "hesapla" -> {
                    var made = proposals.propose();
                    redirect.addFlashAttribute(
                            "oldu", Texts.of(made.isOpen() ? "portal.saklama.hesaplandi" : "portal.saklama.bulunmadi"));
                }
                case "onayla" -> {
                    proposals.approve(number(oneri), number(sayi));
                    redirect.addFlashAttribute("oldu", Texts.of("portal.saklama.onaylandi"));
                }
                case "reddet" -> {
                    proposals.refuse(number(oneri));
                    redirect.addFlashAttribute("oldu", Texts.of("portal.saklama.reddedildi"));
                }
                default -> throw new NotFoundException(Texts.of("portal.dosya-pages.boyle-bir-islem-yok"));
            }
        } catch (RuleViolationException forbidden) {
            return forms.again(PAGE, forbidden.getMessage());
        }
        return "redirect:" + PAGE;
    }

    /** What is no number is none of ours. */
    private static long number(String typed) {
        return typed.matches("[0-9]{1,18}") ? Long.parseLong(typed) : -1;
    }

    @GetMapping(PAGE + "/{id}/tutanak.pdf")
    ResponseEntity<byte[]> record(@PathVariable String id) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("imha-tutanagi-" + number(id) + ".pdf")
                                .build()
                                .toString())
                .body(records.pdf(number(id)));
    }

    /** @param islem {@code koy} or {@code kaldir} */
    @PostMapping("/dosya/{number}/saklama-engeli")
    String hold(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String islem,
            @RequestParam(required = false) @Nullable String reason,
            RedirectAttributes redirect) {
        boolean lifts = islem.equals("kaldir");
        String page = "/dosya/" + number;
        try {
            if (lifts) {
                holds.lift(number, reason);
            } else {
                holds.hold(number, reason);
            }
        } catch (InvalidInputException faulty) {
            return forms.again(page, faulty);
        } catch (RuleViolationException forbidden) {
            return forms.again(page, forbidden.getMessage());
        }
        redirect.addFlashAttribute(
                "oldu", Texts.of(lifts ? "portal.saklama.engel-kaldirildi" : "portal.saklama.engel-konuldu"));
        return "redirect:" + page;
    }
}
