package tr.muhatap.audit;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Canonical JSON (RFC 8785) of flat objects of texts and whole numbers, which nearly all entries are: several times as fast
 * as the general library, since verification computes two of each entry.
 */
final class CanonicalJson {

    /** Larger ones are no whole numbers for every reader of JSON. */
    private static final long LARGEST = 1L << 53;

    private static final char FIRST_PRINTED = 0x20;
    private static final String SHORT = "\b\t\n\f\r\"\\";
    private static final String SHORT_NAMES = "btnfr\"\\";

    private CanonicalJson() {}

    /** @return null if the object holds anything else, which the library writes */
    static byte @Nullable [] of(Map<String, Object> object) {
        var json = new StringBuilder("{");
        for (var member : new TreeMap<>(object).entrySet()) {
            if (json.length() > 1) {
                json.append(',');
            }
            if (!text(json, member.getKey())) {
                return null;
            }
            json.append(':');
            if (!value(json, member.getValue())) {
                return null;
            }
        }
        return json.append('}').toString().getBytes(StandardCharsets.UTF_8);
    }

    private static boolean value(StringBuilder json, @Nullable Object value) {
        if (value instanceof String text) {
            return text(json, text);
        }
        if (!(value instanceof Integer || value instanceof Long) || !(value instanceof Number number)) {
            return false;
        }
        long whole = number.longValue();
        if (whole <= -LARGEST || whole >= LARGEST) {
            return false;
        }
        json.append(whole);
        return true;
    }

    /** @return false for half a pair of surrogates, which is no text */
    private static boolean text(StringBuilder json, String text) {
        json.append('"');
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            int special = SHORT.indexOf(letter);
            if (special >= 0) {
                json.append('\\').append(SHORT_NAMES.charAt(special));
            } else if (letter < FIRST_PRINTED) {
                json.append("\\u00")
                        .append(Character.forDigit(letter >> 4, 16))
                        .append(Character.forDigit(letter & 15, 16));
            } else if (Character.isSurrogate(letter)) {
                boolean pair = at + 1 < text.length() && Character.isSurrogatePair(letter, text.charAt(at + 1));
                if (!pair) {
                    return false;
                }
                json.append(letter).append(text.charAt(at + 1));
                at++;
            } else {
                json.append(letter);
            }
        }
        json.append('"');
        return true;
    }
}
