package tr.muhatap.text;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds contact data in free text: telephone numbers, e-mail addresses and T.C. kimlik numbers, as far as they can be
 * recognised. Staff working on the matter do not need them (6698 md. 4).
 */
public final class ContactData {

    static final String HIDDEN_PHONE = Texts.of("text.contact-data.telefon-gizlendi");
    static final String HIDDEN_EMAIL = Texts.of("text.contact-data.e-posta-gizlendi");
    static final String HIDDEN_ID = "[kimlik no gizlendi]";

    private static final String HOME_REGION = "TR";

    /**
     * Starts only at the beginning of a word and uses possessive quantifiers, so that long words are scanned once. The
     * supplementary code point in the lookbehind, which the class contains anyway, makes the pattern match code points;
     * otherwise each surrogate would count as the beginning of a word.
     */
    private static final Pattern EMAIL = Pattern.compile(
            "(?<![\\p{L}\\p{N}\uD835\uDD5A._%+'-])[\\p{L}\\p{N}._%+'-]++\\s?(?:@|\\(at\\)|\\[at\\])\\s?[\\p{L}\\p{N}-]++(?:\\.[\\p{L}\\p{N}-]++)++",
            Pattern.CASE_INSENSITIVE);

    /** Eleven digits, the first not 0, together or in groups; check digits are ignored, since people mistype. */
    private static final Pattern ID = Pattern.compile("(?<![\\p{Nd}+])[1-9](?:[ .-]?\\p{Nd}){10}(?![\\p{Nd}])");

    private ContactData() {}

    /** Replaces each occurrence by a placeholder. */
    public static String hidden(String text) {
        String withoutEmails = EMAIL.matcher(text).replaceAll(HIDDEN_EMAIL);
        return ID.matcher(withoutPhones(withoutEmails)).replaceAll(Matcher.quoteReplacement(HIDDEN_ID));
    }

    private static String withoutPhones(String text) {
        var hidden = new StringBuilder();
        int end = 0;
        for (var found : PhoneNumberUtil.getInstance().findNumbers(text, HOME_REGION, Leniency.VALID, Long.MAX_VALUE)) {
            hidden.append(text, end, found.start()).append(HIDDEN_PHONE);
            end = found.end();
        }
        return hidden.append(text, end, text.length()).toString();
    }
}
