package tr.muhatap.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tr.muhatap.text.VisibleTexts.Reader;
import tr.muhatap.text.VisibleTexts.VisibleText;

/** Texts stand in {@code metinler} and templates, where an editor finds them; a literal of the code holds none. */
class TextsInJavaTest {

    /** A Turkish literal that is no text, or must be one at compile time, and why. */
    private record Exempt(String file, Pattern words, String why) {

        static Exempt of(String file, String words, String why) {
            return new Exempt("/" + file + ".java", Pattern.compile(words), why);
        }

        boolean covers(VisibleText text) {
            return text.file().toString().endsWith(file)
                    && words.matcher(text.words()).matches();
        }
    }

    private static final List<Exempt> EXCEPTIONS = List.of(
            Exempt.of("channel/Channel", "[^.]*", "a channel is one row in one file, with its names"),
            Exempt.of("access/CurrentUser", "vatandaş", "stored with every event of an applicant"),
            Exempt.of("takip/TrackingCodes", "\\(takip kodu\\)", "stands in stored texts until they are sent"),
            Exempt.of("engine/security/TasklistFilters", "Üzerimdekiler|Yükseltilenler", "finds stored filters again"),
            Exempt.of("letter/TurkishSuffixes", ".*", "grammar: letters, suffixes and abbreviations"),
            Exempt.of("attachment/TextFiles", "\\S+", "the letters of a Turkish text file"),
            Exempt.of("notification/SmsText", "(?s).*", "the letters of a short message"),
            Exempt.of("access/UnsafeSettings", "şifre", "a secret that shows it was never set"),
            Exempt.of("demo/DemoUsers", "\\p{L}+", "names of invented people"),
            Exempt.of("demo/DemoData", "\\p{L}+", "names of invented people"),
            Exempt.of("demo/DemoPost", "Return-Path: .*", "a mail server's report, in English"),
            Exempt.of("problem/UnreadableAddresses", "<!DOCTYPE.*", "a page's frame, its words are filled in"),
            Exempt.of("aktarim/ImportStore", "id, kanal, .*", "columns of a table"),
            Exempt.of("audit/LogSource", "(?:cast|coalesce)\\(.*", "columns of a table"),
            Exempt.of("liste/LookEraser", "' ' .*", "a condition of SQL"),
            Exempt.of("process/ProcessNames", "Sonuclandirma", "an id of the models"),
            Exempt.of("letter/LetterSettings", "[\\p{L} .]+", "defaults of settings are constants of annotations"),
            Exempt.of("privacy/PrivacySettings", "[\\p{L} ]+", "defaults of settings are constants of annotations"));

    /** Addresses, ids, conditions of SQL and names of modules. */
    private static final Pattern CODE = Pattern.compile(
            "[\\w…]*[/:@_*.=?…-][\\w…/:@_*.=?&{}#-]*|attachment; .*|(?:\\p{Lu}\\p{Ll}+){2,}|.* :: .*|.*= '.*");

    @Test
    void noLiteralOfTheCodeIsATurkishText() {
        assertThat(VisibleTexts.all())
                .filteredOn(TextsInJavaTest::isOfJava)
                .filteredOn(VisibleTexts::isTurkish)
                .filteredOn(text -> !CODE.matcher(text.words()).matches())
                .filteredOn(text -> EXCEPTIONS.stream().noneMatch(exception -> exception.covers(text)))
                .as("move them into metinler/<module>.properties and read them by Texts.of")
                .isEmpty();
    }

    @Test
    void everyExceptionIsNeeded() {
        for (var exception : EXCEPTIONS) {
            assertThat(VisibleTexts.all()).as(exception.why()).anyMatch(exception::covers);
        }
    }

    @Test
    void textsWithoutTurkishLettersAreFoundToo() {
        assertThat(List.of(
                        "Bilinmeyen komut: …", "Elle iletilecekler", "ek bozuk, eklenemez.", "Tutar gerekli", "Ekler"))
                .allMatch(words -> VisibleTexts.isTurkish(
                        new VisibleText(Reader.OFFICE, Path.of("src/main/java/A.java"), 1, "", words)));
        assertThat(List.of("No such mailbox", "The engine's API failed", "Basic realm"))
                .noneMatch(words -> VisibleTexts.isTurkish(
                        new VisibleText(Reader.OFFICE, Path.of("src/main/java/A.java"), 1, "", words)));
    }

    private static boolean isOfJava(VisibleText text) {
        return text.file().toString().endsWith(".java");
    }
}
