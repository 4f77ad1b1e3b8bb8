package tr.muhatap.access;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tr.muhatap.text.TurkishText;

/** Which names users may have here: as an OIDC server gives them, and none that the history uses for somebody else. */
public final class UserNames {

    /** Never the asterisk, which means everyone to the engine. */
    private static final Pattern WRITTEN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,63}");

    /** Folded, letters alone. */
    private static final Set<String> RESERVED = Set.of(
            "sistem", "system", "vatandas", "anonim", "anonymous", "anonymoususer", "program", "count", "create");

    private static final int LONGEST_OF_A_PERSON = 255;

    private UserNames() {}

    /** What is wrong with a user's name; null where nothing is. */
    public static @Nullable String fault(String name) {
        if (isReserved(name)) {
            return "Bu kullanıcı adı programın kendisine ayrılmıştır; başka bir ad seçin.";
        }
        return WRITTEN.matcher(name).matches()
                ? null
                : "Kullanıcı adı yalnızca İngilizce harf, rakam ve . _ @ - içerebilir, harf veya rakamla başlar; en çok 64 karakter olabilir.";
    }

    /** The same of what a person is called, or where mail reaches them. */
    public static @Nullable String faultOfText(@Nullable String text) {
        if (text == null) {
            return null;
        }
        if (text.codePoints().anyMatch(UserNames::isUnseen)) {
            return "görünmeyen karakter (sekme, satır sonu vb.) içeremez.";
        }
        return text.length() > LONGEST_OF_A_PERSON ? "en çok " + LONGEST_OF_A_PERSON + " karakter olabilir." : null;
    }

    private static boolean isReserved(String name) {
        return RESERVED.contains(TurkishText.folded(name).replaceAll("[^a-z]", ""));
    }

    /** Control characters, and those that turn or hide what stands beside them. */
    private static boolean isUnseen(int character) {
        int type = Character.getType(character);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }
}
