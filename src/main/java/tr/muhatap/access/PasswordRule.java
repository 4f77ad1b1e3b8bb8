package tr.muhatap.access;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import me.gosimple.nbvcxz.Nbvcxz;
import org.jspecify.annotations.Nullable;
import tr.muhatap.text.PlainText;
import tr.muhatap.text.Texts;
import tr.muhatap.text.TurkishText;

/** Password policy: a minimum length and a list of common passwords, no composition rules (NIST SP 800-63B). */
public final class PasswordRule {

    static final int SHORTEST = 12;
    static final int LONGEST = 128;

    /** The policy as one sentence. */
    public static final String SENTENCE =
            Texts.of("access.password-rule.parola-karakter-olmali-ve-cok", SHORTEST, LONGEST);

    /** One password per line, most common first, in lower case. */
    private static final String COMMONEST = "/dictionaries/passwords.txt";

    private static final Set<String> COMMON_HERE = Set.of(
            "parola",
            "sifre",
            "belediye",
            "muhatap",
            "turkiye",
            "istanbul",
            "ankara",
            "ataturk",
            "galatasaray",
            "fenerbahce",
            "besiktas",
            "trabzonspor",
            "seniseviyorum",
            "merhaba",
            "bismillah",
            "allah",
            "yonetici");

    /** Digits and symbols around a word that only make it longer. */
    private static final Pattern PADDING = Pattern.compile("^[^\\p{L}]+|[^\\p{L}]+$");

    /** Up to six characters repeated. */
    private static final Pattern REPETITION = Pattern.compile("(.{1,6}?)\\1+.{0,5}", Pattern.DOTALL);

    private static final List<String> ROWS = List.of(
            "01234567890123456789", "abcdefghijklmnopqrstuvwxyz", "qwertyuiopasdfghjklzxcvbnm", "1qaz2wsx3edc4rfv5tgb");

    private PasswordRule() {}

    /** Why a password is refused for a user; null if it is accepted. */
    public static @Nullable String fault(String password, @Nullable String userName) {
        int length = PlainText.length(password);
        if (length < SHORTEST) {
            return Texts.of("access.password-rule.parola-en-az-karakter-olmalidir", SHORTEST);
        }
        if (length > LONGEST) {
            return Texts.of("access.password-rule.parola-en-cok-karakter-olabilir", LONGEST);
        }
        if (userName != null && TurkishText.folded(password).equals(TurkishText.folded(userName))) {
            return Texts.of("access.password-rule.parola-kullanici-adiyla-ayni-olamaz");
        }
        return isCommon(password) ? Texts.of("access.password-rule.parola-cok-bilinen-parolalardan-biri") : null;
    }

    /** Whether the demonstration ships this user with this password. */
    public static boolean isShippedWithTheDemo(String password, String user) {
        return ProductionGuard.DEMO_USERS.contains(user) && password.equals(ProductionGuard.DEMO_PASSWORD);
    }

    private static boolean isCommon(String password) {
        String small = password.toLowerCase(Locale.ROOT);
        String folded = TurkishText.folded(password);
        if (REPETITION.matcher(small).matches() || isRow(small)) {
            return true;
        }
        var candidates = Stream.of(small, folded, bare(small), bare(folded))
                .filter(word -> !word.isEmpty())
                .toList();
        return candidates.stream().anyMatch(COMMON_HERE::contains) || isListed(candidates);
    }

    private static String bare(String text) {
        return PADDING.matcher(text).replaceAll("");
    }

    /** A sequence of adjacent keys or characters, forwards or backwards. */
    private static boolean isRow(String small) {
        String backwards = new StringBuilder(small).reverse().toString();
        return ROWS.stream().anyMatch(row -> row.contains(small) || row.contains(backwards));
    }

    /** Reads the list on each call: passwords are changed rarely, and the list is large. */
    private static boolean isListed(List<String> candidates) {
        try (var list = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Nbvcxz.class.getResourceAsStream(COMMONEST)), StandardCharsets.UTF_8))) {
            return list.lines().anyMatch(candidates::contains);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
