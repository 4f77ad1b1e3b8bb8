package tr.muhatap.notification;

import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A text in the characters of a short message: GSM 03.38 with its Turkish tables. Any other one would make the whole message
 * UCS-2, at half the length and twice the price, or arrive as a question mark.
 */
final class SmsText {

    private static final String GSM = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà^{}\\[~]|€";

    private static final String TURKISH = "ğĞıİşŞç";

    private static final Map<Integer, String> INSTEAD = Map.ofEntries(
            Map.entry((int) '’', "'"),
            Map.entry((int) '‘', "'"),
            Map.entry((int) '“', "\""),
            Map.entry((int) '”', "\""),
            Map.entry((int) '«', "\""),
            Map.entry((int) '»', "\""),
            Map.entry((int) '–', "-"),
            Map.entry((int) '—', "-"),
            Map.entry((int) '…', "..."),
            Map.entry((int) '•', "-"),
            Map.entry((int) '·', "-"),
            Map.entry((int) '₺', "TL"),
            Map.entry((int) '\t', " "),
            Map.entry((int) '\u00a0', " "));

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private SmsText() {}

    static String of(String text) {
        var written = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach(one -> written.append(character(one)));
        return written.toString();
    }

    private static String character(int one) {
        String as = Character.toString(one);
        if (GSM.contains(as) || TURKISH.contains(as)) {
            return as;
        }
        String instead = INSTEAD.get(one);
        if (instead != null) {
            return instead;
        }
        String plain =
                MARKS.matcher(Normalizer.normalize(as, Normalizer.Form.NFKD)).replaceAll("");
        boolean known = !plain.isEmpty() && plain.chars().allMatch(letter -> GSM.indexOf(letter) >= 0);
        return known ? plain : Character.isISOControl(one) ? "" : "?";
    }
}
