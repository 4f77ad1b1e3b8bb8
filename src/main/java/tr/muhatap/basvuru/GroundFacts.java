package tr.muhatap.basvuru;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a refusal has to say beside its article; which of it, its {@link RefusalGround} says.
 *
 * @param publishedIn where it was published (4982 md. 8)
 * @param publishedOn when
 * @param publishedHow in what way
 * @param announcedOn when what is not finished will be announced (Yönetmelik md. 12)
 * @param unmetCondition which condition a foreigner does not meet (4982 md. 4/2)
 */
public record GroundFacts(
        @Nullable String publishedIn,
        @Nullable LocalDate publishedOn,
        @Nullable String publishedHow,
        @Nullable LocalDate announcedOn,
        @Nullable ForeignerCondition unmetCondition) {

    public static final GroundFacts NONE = new GroundFacts(null, null, null, null, null);
}
