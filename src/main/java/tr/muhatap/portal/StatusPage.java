package tr.muhatap.portal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tr.muhatap.access.CurrentUser;
import tr.muhatap.access.Groups;
import tr.muhatap.audit.Verifications;
import tr.muhatap.door.DoorKind;
import tr.muhatap.door.DoorState;
import tr.muhatap.door.Doors;
import tr.muhatap.intake.posta.MailCounts;
import tr.muhatap.notification.OutboxCounts;
import tr.muhatap.operation.EngineComparison;
import tr.muhatap.operation.MorningFigures;
import tr.muhatap.operation.Reconciliation;
import tr.muhatap.text.Days;
import tr.muhatap.text.Texts;

/** Operational overview: failed steps, waiting work, and inconsistencies between records and processes. */
@Controller
class StatusPage {

    private static final int MOST_INCIDENTS = 100;
    private static final int MOST_MESSAGES = 100;
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm");
    private static final String BOXES = "/posta-kutusu";

    private final MorningFigures figures;
    private final Reconciliation reconciliation;
    private final EngineComparison engine;
    private final MailCounts mails;
    private final Doors doors;
    private final OutboxCounts outbox;
    private final Verifications verifications;
    private final Clock clock;
    private final CurrentUser currentUser;

    StatusPage(
            MorningFigures figures,
            Reconciliation reconciliation,
            EngineComparison engine,
            MailCounts mails,
            Doors doors,
            OutboxCounts outbox,
            Verifications verifications,
            Clock clock,
            CurrentUser currentUser) {
        this.doors = doors;
        this.outbox = outbox;
        this.verifications = verifications;
        this.clock = clock;
        this.figures = figures;
        this.reconciliation = reconciliation;
        this.engine = engine;
        this.mails = mails;
        this.currentUser = currentUser;
    }

    /**
     * A figure of the morning.
     *
     * @param href the list that it counts; null if it is not open to whoever looks
     * @param bad somebody has to do something about it
     */
    record Tile(
            String title,
            String value,
            String words,
            @Nullable String href,
            boolean bad) {}

    /** A door with the page of what waits there; null if that page is not open to whoever looks. */
    record DoorLine(DoorState state, @Nullable String href) {}

    @GetMapping("/durum")
    String show(Model model) {
        var findings = reconciliation.findings();
        var now = figures.now();
        var states = doors.states();
        model.addAttribute("sayilar", now);
        model.addAttribute("karolar", tiles(now, findings, states));
        model.addAttribute(
                "kapilar",
                states.stream()
                        .map(state -> new DoorLine(state, page(state.kind())))
                        .toList());
        model.addAttribute("bildirimler", outbox.longestWaiting(MOST_MESSAGES));
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
        model.addAttribute("sonPosta", mails.lastMail());
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

    private List<Tile> tiles(
            MorningFigures.Figures now, List<Reconciliation.Finding> findings, List<DoorState> states) {
        var today = LocalDate.now(clock);
        long open =
                findings.stream().filter(finding -> finding.mendedAt() == null).count();
        long refused = states.stream().mapToLong(DoorState::refused).sum();
        long waiting = states.stream().mapToLong(DoorState::waiting).sum();
        return List.of(
                tile("suresi-gecen", now.lateApplications(), "/basvurular?sure=ACIK", true),
                tile(
                        "bu-hafta",
                        now.dueThisWeek(),
                        "/basvurular?durum=ACIK&sonTarih1=" + Days.written(today) + "&sonTarih2="
                                + Days.written(MorningFigures.endOfWeek(today)),
                        false),
                tile("iletilemeyen", now.failedDeliveries(), "#sorunlar", true),
                tile("sorun", now.incidents(), "#sorunlar", true),
                tile("bulgu", open, "#bulgular", true),
                tile("bildirim", now.waitingMessages(), "#bildirimler", false),
                tile("elle", now.byHand(), opens("/teslim"), false),
                tile("is", now.dueJobs(), "/camunda/app/cockpit/default/#/processes", false),
                tile("kapi-bekleyen", waiting, "#kapilar", false),
                tile("kapi-geri", refused, "#kapilar", true),
                logTile());
    }

    private static Tile tile(String name, long count, @Nullable String href, boolean badWhereAny) {
        return new Tile(
                Texts.of("portal.status-page.karo." + name),
                String.valueOf(count),
                Texts.of("portal.status-page.karo." + name + ".aciklama"),
                href,
                badWhereAny && count > 0);
    }

    private Tile logTile() {
        var head = verifications.head();
        return new Tile(
                Texts.of("portal.status-page.karo.kayit"),
                head.map(signed -> WHEN.format(signed.signedAt())).orElse(Texts.of("portal.status-page.karo.imza-yok")),
                Texts.of("portal.status-page.karo.kayit.aciklama"),
                "/denetim/dogrulama",
                head.isEmpty());
    }

    private @Nullable String page(DoorKind kind) {
        return switch (kind) {
            case E_POSTA -> opens(BOXES);
            case AKTARIM -> opens("/aktarim");
            case CAGRI -> currentUser.isIn(Groups.CAGRI_MERKEZI, Groups.CAMUNDA_ADMIN) ? "/cagrilar" : null;
            case WEB_FORMU, API, OPEN311, SMS, BILDIRIM_ADRESI -> null;
        };
    }

    /** The page, where it is open to whoever looks. */
    private @Nullable String opens(String address) {
        return currentUser.isIn(Groups.HALKLA_ILISKILER, Groups.CAMUNDA_ADMIN) ? address : null;
    }
}
