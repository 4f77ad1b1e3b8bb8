package tr.muhatap.basvuru;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;
import org.springframework.data.relational.core.mapping.Embedded;
import tr.muhatap.problem.Refusal;
import tr.muhatap.text.Texts;

/** What keeps every step from an application: its status, and that its personal data were erased. */
abstract class BasvuruKeeping extends AbstractAggregateRoot<Basvuru> {

    @Embedded.Nullable(prefix = "hold_")
    @Nullable
    LegalHold hold;

    @Nullable
    Instant erasedAt;

    /** What keeps its personal data beyond their period; null if nothing does. */
    public @Nullable LegalHold hold() {
        return hold;
    }

    /** Whether its personal data were erased at the end of their period: only what statistics need is left. */
    public boolean isErased() {
        return erasedAt != null;
    }

    @Nullable
    Refusal unlessKept() {
        return isErased()
                ? BasvuruRefusal.KISISEL_VERI_SILINMIS.because(Texts.of("basvuru.ret.kisisel-veri-silinmis"))
                : null;
    }

    /** Every step leaves an event, and none is taken any more with an application that was erased. */
    @Override
    protected <T> T registerEvent(T event) {
        Refusal.check(unlessKept());
        return super.registerEvent(event);
    }

    public abstract Status status();

    @Nullable
    Refusal unlessAt(Status needed) {
        return status() == needed
                ? null
                : BasvuruRefusal.DURUM_UYGUN_DEGIL.because(
                        Texts.of("basvuru.ret.durum-uygun-degil", status().label(), needed.label()));
    }

    @Nullable
    Refusal unlessOpen() {
        return status() != Status.KAPANDI
                ? null
                : BasvuruRefusal.BASVURU_KAPALI.because(Texts.of("basvuru.ret.basvuru-kapali"));
    }
}
