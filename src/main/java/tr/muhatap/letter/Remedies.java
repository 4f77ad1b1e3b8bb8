package tr.muhatap.letter;

import java.util.Map;
import org.springframework.stereotype.Component;
import tr.muhatap.basvuru.Basvuru;
import tr.muhatap.basvuru.Outcome;
import tr.muhatap.basvuru.Remedy;

/** What {@code templates/yazi/basvuru-yollari.txt} needs to name the remedies, in letters and in messages alike. */
@Component
public class Remedies {

    private final LetterSettings settings;

    Remedies(LetterSettings settings) {
        this.settings = settings;
    }

    /** The template's variables: which remedy, and the court in the locative. */
    public Map<String, Object> words(Basvuru basvuru) {
        var answer = basvuru.answer();
        Outcome how = basvuru.outcome() == null && answer != null ? answer.outcome() : basvuru.outcome();
        var remedy = how == null ? Remedy.NONE : basvuru.remedyFor(how);
        return Map.of("yol", remedy.name(), "mahkemede", TurkishSuffixes.locative(settings.court()));
    }
}
