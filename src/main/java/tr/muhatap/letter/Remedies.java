package tr.muhatap.letter;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tr.muhatap.basvuru.Basvuru;
import tr.muhatap.basvuru.Outcome;
import tr.muhatap.basvuru.Remedy;

/**
 * What letters and messages alike say of remedies ({@code templates/yazi/basvuru-yollari.txt}) and of where a fee is
 * paid.
 */
@Component
public class Remedies {

    private final LetterSettings settings;

    Remedies(LetterSettings settings) {
        this.settings = settings;
    }

    /** Our unit's name. */
    public String office() {
        return settings.office();
    }

    /** Our unit's name where something is sent or handed to it: "Halkla İlişkiler Şube Müdürlüğüne". */
    public String officeDative() {
        return TurkishSuffixes.dative(settings.office());
    }

    /** Where a fee is paid, in the dative, where its notice names no other place. */
    public String payAt() {
        return settings.payAt();
    }

    /**
     * Whether an application belongs to a company, such as the electricity distributor: it is no authority to which
     * something is sent, so that the letter names it to the applicant (3071 md. 5, 4982 md. 7).
     */
    public boolean isForwardedToCompany(Basvuru basvuru) {
        return isCompany(basvuru.forwardedTo());
    }

    /** The same of the name alone. */
    public static boolean isCompany(@Nullable String name) {
        return name != null && TurkishSuffixes.isCompany(name);
    }

    /**
     * The template's variables: which remedy, the court in the locative, the place of payment in the dative, and our
     * unit.
     */
    public Map<String, Object> words(Basvuru basvuru) {
        var answer = basvuru.answer();
        Outcome how = basvuru.outcome() == null && answer != null ? answer.outcome() : basvuru.outcome();
        var remedy = how == null ? Remedy.NONE : basvuru.remedyFor(how);
        return Map.of(
                "yol",
                remedy.name(),
                "mahkemede",
                TurkishSuffixes.locative(settings.court()),
                "odemeYeri",
                settings.payAt(),
                "birimimiz",
                settings.office(),
                "birimimize",
                officeDative(),
                "sirket",
                isForwardedToCompany(basvuru));
    }
}
