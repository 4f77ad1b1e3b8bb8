package tr.muhatap.basvuru;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tr.muhatap.text.Texts;

/**
 * Service of one notice.
 *
 * @param sentOn the day on which it was handed over, Europe/Istanbul
 * @param servedOn the day on which it reached the applicant; null while nobody has entered it from the receipt
 */
public record Tebligat(
        ServiceWay way, LocalDate sentOn, @Nullable LocalDate servedOn) {

    /** Just sent: by an electronic way it is served on the same day. */
    static Tebligat sent(ServiceWay way, LocalDate on) {
        return new Tebligat(way, on, way.hasReceipt() ? null : on);
    }

    /**
     * With the day of service.
     *
     * @throws tr.muhatap.problem.RuleViolationException where the day lies in the future or before the dispatch
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
