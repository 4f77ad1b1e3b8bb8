package tr.muhatap.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds addresses of the internet where a name or a place is expected: messages to strangers would carry them. */
public final class Links {

    /** For messages. */
    public static final String FAULT = Texts.of("text.links.bu-alanda-internet-adresi-ya");

    private static final Pattern UNSEEN = Pattern.compile("\\p{Cf}+");

    /** A scheme, www., or the sign of an e-mail address; a bare "….com" is how companies are called. */
    private static final Pattern SURE = Pattern.compile(
            "@|://|\\bwww\\d?\\s?\\.|\\b(?:https?|ftp|mailto|javascript|data|tel|sms|whatsapp)\\s?:",
            Pattern.CASE_INSENSITIVE);

    /** A host with a path behind it, as short links are. */
    private static final Pattern PATH =
            Pattern.compile("[\\p{L}\\p{N}-]\\.([a-z]{2,12})(?::\\d+)?[/\\\\?#]\\S", Pattern.CASE_INSENSITIVE);

    /** Else every "Mah.Kocasinan/KAYSERİ" were a host with a path. */
    private static final Set<String> LONG_ENDINGS = Set.of(
            "com", "net", "org", "gov", "edu", "bel", "info", "biz", "app", "dev", "xyz", "online", "link", "click",
            "shop", "store", "top", "club", "live", "news", "tech", "space", "website", "page", "pro", "name", "mobi",
            "icu", "vip", "work", "cloud", "support", "help", "today", "world", "email");

    /** Countries have two letters; what stands before a slash in Turkish street addresses is none. */
    private static final Set<String> OF_STREETS = Set.of("no", "ap", "sk", "cd", "mh", "bl", "kt", "dr", "il");

    private Links() {}

    public static boolean isIn(String text) {
        String plain =
                UNSEEN.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("");
        if (SURE.matcher(plain).find()) {
            return true;
        }
        return PATH.matcher(plain)
                .results()
                .map(found -> found.group(1).toLowerCase(Locale.ROOT))
                .anyMatch(
                        ending -> ending.length() == 2 ? !OF_STREETS.contains(ending) : LONG_ENDINGS.contains(ending));
    }
}
