package tr.muhatap.basvuru;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;
import org.springframework.data.relational.core.mapping.Embedded;
import tr.muhatap.problem.Refusal;
import tr.muhatap.text.Texts;

/** How long the personal data of an application are kept, and that nothing happens to it once they are erased. */
abstract class BasvuruKeeping extends AbstractAggregateRoot<Basvuru> {

    @Embedded.Nullable(prefix = "hold_")
    @Nullable
    LegalHold hold;

    @Nullable
    Instant erasedAt;

    /** What keeps its personal data beyond their period; null where nothing does. */
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
}
