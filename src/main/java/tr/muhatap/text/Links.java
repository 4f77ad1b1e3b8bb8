package tr.muhatap.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds addresses of the internet where a name or a place is expected: messages to strangers would carry them. */
public final class Links {

    private static final Pattern UNSEEN = Pattern.compile("\\p{Cf}+");

    /** A scheme, www., or the sign of an e-mail address; a bare "….com" is how companies are called. */
    private static final Pattern SURE = Pattern.compile(
            "@|://|\\bwww\\d?\\s?\\.|\\b(?:https?|ftp|mailto|javascript|data|tel|sms|whatsapp)\\s?:",
            Pattern.CASE_INSENSITIVE);

    /** A host with a path behind it, as short links are. */
    private static final Pattern PATH = Pattern.compile("[\\p{L}\\p{N}-]\\.(\\p{L}{2,24})(?::\\d+)?[/\\\\?#]\\S");

    /** What stands before a slash in Turkish street addresses: {@code Çiçek Sok.No/3}. */
    private static final Set<String> OF_STREETS = Set.of(
            "no", "kat", "daire", "blok", "apt", "ap", "sok", "sk", "cad", "cd", "mah", "mh", "blv", "bulv", "site",
            "sit", "köyü", "ilçe", "il");

    private Links() {}

    public static boolean isIn(String text) {
        String plain =
                UNSEEN.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("");
        if (SURE.matcher(plain).find()) {
            return true;
        }
        return PATH.matcher(plain)
                .results()
                .anyMatch(found -> !OF_STREETS.contains(found.group(1).toLowerCase(Locale.ROOT)));
    }
}
