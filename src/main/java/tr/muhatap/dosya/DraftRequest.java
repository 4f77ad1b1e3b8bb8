package tr.muhatap.dosya;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tr.muhatap.basvuru.Answer;
import tr.muhatap.basvuru.Basvuru;
import tr.muhatap.basvuru.ForeignerCondition;
import tr.muhatap.basvuru.GroundFacts;
import tr.muhatap.basvuru.GroundField;
import tr.muhatap.basvuru.Outcome;
import tr.muhatap.basvuru.RefusalGround;
import tr.muhatap.text.Check;
import tr.muhatap.text.PlainText;
import tr.muhatap.text.Texts;

/**
 * Input of a draft answer.
 *
 * @param ground number of an article of 4982, e.g. {@code 21} or {@code 7/2}; further fields are required depending
 *     on it, see {@link GroundField}
 * @param secretPartsRemoved whether secret parts were taken out of what is given (4982 md. 9); not in a refusal of
 *     the whole
 */
record DraftRequest(
        @Nullable String outcome,
        @Nullable String text,
        @Nullable String ground,
        @Nullable String publishedIn,
        @Nullable String publishedOn,
        @Nullable String publishedHow,
        @Nullable String announcedOn,
        @Nullable String unmetCondition,
        @Nullable Boolean secretPartsRemoved) {

    private static final int LONGEST_FACT = 300;

    private static final int LONGEST_TEXT = 20_000;
    private static final Check.Wording WORDING = new Check.Wording(
            Texts.of("dosya.draft-request.cevap-metni-bos-olamaz"),
            Texts.of("dosya.draft-request.cevap-metni-en-cok-karakter"),
            Texts.of("dosya.draft-request.cevap-metninde-gorunmeyen-karakter-olamaz"));

    Answer toAnswer() {
        var check = new Check();
        var answer = checked(check, "");
        check.done();
        return Check.given(answer);
    }

    /**
     * Validates the draft; null if a field is faulty.
     *
     * @param prefix prepended to the names of fields
     */
    @Nullable
    Answer checked(Check check, String prefix) {
        Outcome checkedOutcome = Arrays.stream(Outcome.values())
                .filter(Basvuru.ANSWERS::contains)
                .filter(known -> known.name().equals(outcome))
                .findFirst()
                .orElse(null);
        check.require(
                checkedOutcome != null,
                prefix + "outcome",
                Texts.of("dosya.draft-request.cevabin-sonucu-sunlardan-biri-olmalidir", Basvuru.ANSWERS));
        String checkedText = check.printable(prefix + "text", check.text(prefix + "text", text, LONGEST_TEXT, WORDING));
        RefusalGround checkedGround = null;
        if (ground != null && !ground.isEmpty()) {
            checkedGround = RefusalGround.ofArticle(ground).orElse(null);
            check.require(
                    checkedGround != null,
                    prefix + "ground",
                    Texts.of("dosya.draft-request.4982-sayili-kanun-un-bir", ground));
        }
        var facts = checkedGround == null ? GroundFacts.NONE : facts(check, prefix, checkedGround.fields());
        boolean lacksParts = Boolean.TRUE.equals(secretPartsRemoved);
        check.require(
                !lacksParts || checkedOutcome != Outcome.OLUMSUZ,
                prefix + "secretPartsRemoved",
                Texts.of("dosya.draft-request.bolum-cikarilan-cevap-olumsuz-olamaz"));
        if (checkedOutcome == null || checkedText == null || text == null) {
            return null;
        }
        // Leading and trailing blanks are preserved, as the author sees them
        return new Answer(checkedOutcome, checkedGround, PlainText.normal(text), lacksParts, facts);
    }

    /** Further facts that some articles require (4982 md. 4/2 and 8, Yönetmelik md. 12). */
    private GroundFacts facts(Check check, String prefix, List<GroundField> fields) {
        return new GroundFacts(
                fields.contains(GroundField.PUBLISHED_IN)
                        ? words(check, prefix, GroundField.PUBLISHED_IN, publishedIn)
                        : null,
                fields.contains(GroundField.PUBLISHED_ON)
                        ? day(check, prefix, GroundField.PUBLISHED_ON, publishedOn)
                        : null,
                fields.contains(GroundField.PUBLISHED_HOW)
                        ? words(check, prefix, GroundField.PUBLISHED_HOW, publishedHow)
                        : null,
                fields.contains(GroundField.ANNOUNCED_ON)
                        ? day(check, prefix, GroundField.ANNOUNCED_ON, announcedOn)
                        : null,
                fields.contains(GroundField.UNMET_CONDITION) ? condition(check, prefix) : null);
    }

    private static @Nullable String words(Check check, String prefix, GroundField field, @Nullable String given) {
        return check.printable(prefix + field.key(), check.line(prefix + field.key(), given, LONGEST_FACT));
    }

    private static @Nullable LocalDate day(Check check, String prefix, GroundField field, @Nullable String given) {
        return check.day(prefix + field.key(), given);
    }

    private @Nullable ForeignerCondition condition(Check check, String prefix) {
        return check.choice(ForeignerCondition.class, prefix + GroundField.UNMET_CONDITION.key(), unmetCondition);
    }
}
