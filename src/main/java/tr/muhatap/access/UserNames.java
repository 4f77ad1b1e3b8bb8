package tr.muhatap.access;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tr.muhatap.text.Check;
import tr.muhatap.text.PlainText;
import tr.muhatap.text.Texts;
import tr.muhatap.text.TurkishText;

/** Which user names are allowed: those that OIDC servers issue, except names that the history uses for other actors. */
public final class UserNames {

    /** Excludes the asterisk, which means everyone to the engine. */
    private static final Pattern WRITTEN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,63}");

    /** Folded to letters only. */
    private static final Set<String> RESERVED = Set.of(
            "sistem", "system", "vatandas", "anonim", "anonymous", "anonymoususer", "program", "count", "create");

    /** Width of the engine's columns. */
    private static final int LONGEST_OF_A_PERSON = 255;

    private static final String UNSEEN = Texts.of("access.user-names.gorunmeyen-karakter-sekme-satir-sonu");

    private static final Check.Wording OF_A_PERSON = new Check.Wording(
            Texts.of("access.user-names.bos-birakilamaz"),
            Texts.of("access.user-names.en-cok-karakter-olabilir"),
            UNSEEN);

    private static final String TEXT = "text";

    private UserNames() {}

    /** Why a user name is refused; null if it is allowed. */
    public static @Nullable String fault(String name) {
        if (isReserved(name)) {
            return Texts.of("access.user-names.bu-kullanici-adi-programin-kendisine");
        }
        return WRITTEN.matcher(name).matches()
                ? null
                : Texts.of("access.user-names.kullanici-adi-yalnizca-ingilizce-harf");
    }

    /** Why a full name or an e-mail address is refused; null if it is allowed. */
    public static @Nullable String faultOfText(@Nullable String text) {
        if (text == null) {
            return null;
        }
        var check = new Check();
        check.require(PlainText.isVisibleLine(text), TEXT, UNSEEN);
        check.optionalLine(TEXT, text, LONGEST_OF_A_PERSON, OF_A_PERSON);
        return check.faults().get(TEXT);
    }

    private static boolean isReserved(String name) {
        return RESERVED.contains(TurkishText.folded(name).replaceAll("[^a-z]", ""));
    }
}
