package tr.muhatap.basvuru;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tr.muhatap.text.Texts;

/**
 * Service of one notice.
 *
 * @param sentOn the day of dispatch, Europe/Istanbul
 * @param servedOn the day of service; null until it is entered from the receipt
 */
public record Tebligat(
        ServiceWay way, LocalDate sentOn, @Nullable LocalDate servedOn) {

    /** Just sent: electronic notices are served on the same day. */
    static Tebligat sent(ServiceWay way, LocalDate on) {
        return new Tebligat(way, on, way.hasReceipt() ? null : on);
    }

    /**
     * A copy with the day of service.
     *
     * @throws tr.muhatap.problem.RuleViolationException if the day lies in the future or before the dispatch
     */
    Tebligat served(ServiceWay by, LocalDate on, LocalDate today) {
        if (on.isAfter(today)) {
            throw BasvuruRefusal.TEBLIG_ILERIDE
                    .because(Texts.of("basvuru.ret.teblig-ileride"))
                    .exception();
        }
        if (on.isBefore(sentOn)) {
            throw BasvuruRefusal.TEBLIG_GONDERIMDEN_ONCE
                    .because(Texts.of("basvuru.ret.teblig-gonderimden-once"))
                    .exception();
        }
        return new Tebligat(by, sentOn, on);
    }

    /** Whether its day of service still has to be entered. */
    public boolean isAwaited() {
        return servedOn == null;
    }
}
