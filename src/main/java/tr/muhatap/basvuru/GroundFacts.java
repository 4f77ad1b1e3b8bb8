package tr.muhatap.basvuru;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Facts of a refusal in addition to its article; its {@link RefusalGround} names the required ones.
 *
 * @param publishedIn place of publication (4982 md. 8)
 * @param publishedOn when
 * @param publishedHow how it was published
 * @param announcedOn when unfinished information will be announced (Yönetmelik md. 12)
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
