package tr.muhatap.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds internet addresses in names and places, since they would be sent in messages to strangers. */
public final class Links {

    /** Message for a fault. */
    public static final String FAULT = Texts.of("text.links.bu-alanda-internet-adresi-ya");

    private static final Pattern UNSEEN = Pattern.compile("\\p{Cf}+");

    /** A scheme, www., or an at sign; a bare "….com" may be a company's name. */
    private static final Pattern SURE = Pattern.compile(
            "@|://|\\bwww\\d?\\s?\\.|\\b(?:https?|ftp|mailto|javascript|data|tel|sms|whatsapp)\\s?:",
            Pattern.CASE_INSENSITIVE);

    /** A host with a path, such as a short link. */
    private static final Pattern PATH =
            Pattern.compile("[\\p{L}\\p{N}-]\\.([a-z]{2,12})(?::\\d+)?[/\\\\?#]\\S", Pattern.CASE_INSENSITIVE);

    /** Top-level domains longer than two letters; otherwise "Mah.Kocasinan/KAYSERİ" would be a host with a path. */
    private static final Set<String> LONG_ENDINGS = Set.of(
            "com", "net", "org", "gov", "edu", "bel", "info", "biz", "app", "dev", "xyz", "online", "link", "click",
            "shop", "store", "top", "club", "live", "news", "tech", "space", "website", "page", "pro", "name", "mobi",
            "icu", "vip", "work", "cloud", "support", "help", "today", "world", "email");

    /** Two-letter words before a slash in Turkish street addresses, which are no country domains. */
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
