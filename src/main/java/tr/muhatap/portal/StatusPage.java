package tr.muhatap.portal;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tr.muhatap.access.CurrentUser;
import tr.muhatap.access.Groups;
import tr.muhatap.intake.posta.MailCounts;
import tr.muhatap.operation.EngineComparison;
import tr.muhatap.operation.MorningFigures;
import tr.muhatap.operation.Reconciliation;
import tr.muhatap.text.Texts;

/** Operational overview: failed steps, waiting work, and inconsistencies between records and processes. */
@Controller
class StatusPage {

    private static final int MOST_INCIDENTS = 100;

    private final MorningFigures figures;
    private final Reconciliation reconciliation;
    private final EngineComparison engine;
    private final MailCounts mails;
    private final CurrentUser currentUser;

    StatusPage(
            MorningFigures figures,
            Reconciliation reconciliation,
            EngineComparison engine,
            MailCounts mails,
            CurrentUser currentUser) {
        this.figures = figures;
        this.reconciliation = reconciliation;
        this.engine = engine;
        this.mails = mails;
        this.currentUser = currentUser;
    }

    @GetMapping("/durum")
    String show(Model model) {
        var findings = reconciliation.findings();
        model.addAttribute("sayilar", figures.now());
        model.addAttribute(
                "bulgular",
                findings.stream().filter(finding -> finding.mendedAt() == null).toList());
        model.addAttribute(
                "duzeltilenler",
                findings.stream().filter(finding -> finding.mendedAt() != null).toList());
        model.addAttribute("karsilastirildi", reconciliation.endedAt().orElse(null));
        model.addAttribute("sorunlar", engine.stuck(MOST_INCIDENTS));
        model.addAttribute("yapabilir", currentUser.isIn(Groups.SUREC_SAHIBI, Groups.CAMUNDA_ADMIN));
        model.addAttribute("kutular", mails.boxes());
        model.addAttribute("bekleyenPosta", mails.waiting());
        model.addAttribute("enEskiPosta", mails.oldestWaiting());
        model.addAttribute("sonPosta", mails.lastMail());
        model.addAttribute("adresler", openAddresses());
        return "portal/durum";
    }

    @PostMapping("/durum/karsilastir")
    String compare(RedirectAttributes next) {
        next.addFlashAttribute(
                "oldu",
                reconciliation
                        .run()
                        .map(report -> report.found() == 0
                                ? Texts.of("portal.status-page.karsilastirildi-kayitlarla-surecler-birbirini-tutuyor")
                                : Texts.of(
                                        "portal.status-page.karsilastirildi-bulgu-tanesi-duzeltildi",
                                        report.found(),
                                        report.mended()))
                        .orElse(Texts.of("portal.status-page.su-anda-baska-bir-karsilastirma")));
        return "redirect:/durum";
    }

    /** Addresses that figures may link to, among those open to the user. */
    private List<String> openAddresses() {
        return Stream.of("/teslim", "/posta-kutusu")
                .filter(address -> currentUser.isIn(Groups.HALKLA_ILISKILER, Groups.CAMUNDA_ADMIN))
                .toList();
    }
}
