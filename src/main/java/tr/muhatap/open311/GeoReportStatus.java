package tr.muhatap.open311;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tr.muhatap.basvuru.BasvuruEvent;
import tr.muhatap.basvuru.BasvuruEventType;
import tr.muhatap.basvuru.Outcome;

/** The states that updates carry, as FixMyStreet's extension names them, and which of our events lead to which. */
final class GeoReportStatus {

    /** Events after which a client sees another state; nothing but their kind and outcome goes out. */
    static final List<BasvuruEventType> EVENTS = List.of(
            BasvuruEventType.ALINDI,
            BasvuruEventType.INCELENDI,
            BasvuruEventType.SEVK_EDILDI,
            BasvuruEventType.YENIDEN_SEVK_EDILDI,
            BasvuruEventType.SURE_UZATILDI,
            BasvuruEventType.YENIDEN_ACILDI,
            BasvuruEventType.KAPANDI);

    private static final Set<String> KNOWN = Set.of(
            "open",
            "investigating",
            "in_progress",
            "action_scheduled",
            "fixed",
            "no_further_action",
            "duplicate",
            "not_councils_responsibility",
            "closed");

    private GeoReportStatus() {}

    /** Empty if an update names another one. */
    static Optional<String> known(String given) {
        String status = given.strip().toLowerCase(Locale.ROOT).replace(' ', '_');
        return Optional.of(status).filter(KNOWN::contains);
    }

    /** The state after an event; empty if it changes none. */
    static Optional<String> after(BasvuruEvent event) {
        return switch (event.type()) {
            case ALINDI -> Optional.of("open");
            case INCELENDI, YENIDEN_ACILDI -> Optional.of("investigating");
            case SEVK_EDILDI, YENIDEN_SEVK_EDILDI, SURE_UZATILDI -> Optional.of("in_progress");
            case KAPANDI ->
                event instanceof BasvuruEvent.Kapandi closed ? Optional.of(of(closed.outcome())) : Optional.empty();
            default -> Optional.empty();
        };
    }

    static String of(Outcome outcome) {
        return switch (outcome) {
            case OLUMLU -> "fixed";
            case PROGRAMA_ALINDI -> "action_scheduled";
            case OLUMSUZ, ISLEME_KONULMADI -> "no_further_action";
            case YONLENDIRILDI -> "not_councils_responsibility";
            case MUKERRER -> "duplicate";
            case KISMEN, BILGI_VERILDI, VAZGECILDI -> "closed";
        };
    }
}
