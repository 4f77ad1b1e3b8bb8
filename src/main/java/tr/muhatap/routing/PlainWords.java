package tr.muhatap.routing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import tr.muhatap.text.ContactData;
import tr.muhatap.text.TurkishText;

/**
 * Extracts the words of a citizen's text that may be used for training. Contact data, numbers, the applicant's own name
 * and address, street names and proper nouns with an apostrophe are removed (6698 md. 4).
 */
final class PlainWords {

    /** Maximum UTF-16 units of a text: the subject matter is at its beginning. */
    private static final int LONGEST_TEXT = 4_000;

    private static final int SHORTEST_WORD = 2;
    private static final int LONGEST_WORD = 30;

    /** Minimum length of a name to be recognised with a suffix. */
    private static final int NAME_WITH_SUFFIX = 4;

    private static final int LONGEST_SUFFIX = 5;
    private static final double MOSTLY_CAPITALS = 0.6;
    private static final Locale TURKISH = Locale.forLanguageTag("tr");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\[[^\\]\\[]{1,30} gizlendi]");
    private static final Pattern LINK = Pattern.compile("(?:https?://|www\\.)\\S++", Pattern.CASE_INSENSITIVE);
    private static final Pattern CONTACT = Pattern.compile("[\\p{Nd}@]|\\(at\\)|\\[at]");

    /** License plates: {@code 38 AB 123}. */
    private static final Pattern PLATE = Pattern.compile("\\b\\d{2} ?\\p{Lu}{1,3} ?\\d{2,5}\\b");

    /** A word including suffixes after apostrophes, or the end of a sentence. */
    private static final Pattern TOKEN =
            Pattern.compile("[\\p{L}\\p{M}\\p{N}]++(?:['’‘`´ʼ][\\p{L}\\p{M}\\p{N}]++)*+|[.!?:\\n]");

    private static final Pattern APOSTROPHE = Pattern.compile("['’‘`´ʼ]");

    /** Words after the name of a street, quarter or building: {@code Çınar Sokağı}, {@code Barış Mah.} */
    private static final Pattern ADDRESS =
            Pattern.compile("mah|mh|mahallesi\\p{L}*|sok|sk|sokagi\\p{L}*|cad|cd|caddesi\\p{L}*"
                    + "|blv|bulv|bulvari\\p{L}*|apt|ap|apartmani\\p{L}*|sitesi\\p{L}*|beldesi\\p{L}*");

    /** Such words that can also occur by themselves: {@code sokak lambası}. */
    private static final Pattern MAYBE_ADDRESS = Pattern.compile(
            "sokak|sokakta|cadde|caddede|bulvar|mahalle|mahallede|apartman|site|bey|hanim|beyin|hanimin");

    private static final Set<String> BEFORE_NO_NAME = Set.of(
            "bu", "su", "o", "bizim", "her", "bir", "ayni", "tum", "butun", "arka", "on", "yan", "ana", "bazi", "sizin",
            "ve", "ile", "is", "dar", "alt", "ust", "karsi", "cikmaz");

    private PlainWords() {}

    /**
     * A word.
     *
     * @param folded as used for training
     * @param written for display, in lower case
     * @param style whether its first letter indicates a name
     */
    record Word(String folded, String written, Style style) {}

    /**
     * Whether a word is written as a name, which cannot be decided at the beginning of a sentence and in all capitals.
     */
    enum Style {
        SMALL,
        NAME,
        UNKNOWN
    }

    /**
     * @param known the applicant's names and address
     */
    static List<Word> of(String text, Collection<String> known) {
        String read = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
        if (CONTACT.matcher(read).find()) {
            read = PLACEHOLDER.matcher(ContactData.hidden(read)).replaceAll(" ");
        }
        read = PLATE.matcher(LINK.matcher(read).replaceAll(" ")).replaceAll(" ");
        boolean capitals = mostlyCapitals(read);
        var names = new HashSet<String>();
        for (var each : known) {
            for (var name : TurkishText.words(each).strip().split(" ")) {
                if (name.length() >= SHORTEST_WORD) {
                    names.add(name);
                }
            }
        }
        var words = new ArrayList<Word>();
        boolean begins = true;
        var tokens = TOKEN.matcher(read);
        while (tokens.find()) {
            String token = tokens.group();
            if (token.length() == 1 && !Character.isLetterOrDigit(token.charAt(0))) {
                begins = true;
                continue;
            }
            boolean first = begins;
            begins = false;
            add(token, first, capitals, names, words);
        }
        return words;
    }

    private static void add(String token, boolean first, boolean capitals, Set<String> names, List<Word> words) {
        var parts = APOSTROPHE.split(token);
        boolean capital = Character.isUpperCase(token.codePointAt(0));
        String folded = TurkishText.words(parts[0]).strip();
        if (ADDRESS.matcher(folded).matches()) {
            dropStreet(words, true);
        } else if (MAYBE_ADDRESS.matcher(folded).matches()) {
            dropStreet(words, false);
        }
        if (folded.length() < SHORTEST_WORD
                || folded.length() > LONGEST_WORD
                || folded.indexOf(' ') >= 0
                || !folded.chars().allMatch(Character::isLetter)
                || (capital && parts.length > 1 && !capitals)
                || isName(folded, names)) {
            return;
        }
        Style style;
        if (!capital) {
            style = Style.SMALL;
        } else {
            style = first || capitals ? Style.UNKNOWN : Style.NAME;
        }
        words.add(new Word(folded, parts[0].toLowerCase(TURKISH), style));
    }

    /** @param surely whether the preceding word is certainly a street name, however it is written */
    private static void dropStreet(List<Word> words, boolean surely) {
        boolean dropped = false;
        while (!words.isEmpty()) {
            var last = words.get(words.size() - 1);
            boolean named = last.style() == Style.NAME || (dropped && last.style() == Style.UNKNOWN);
            if (BEFORE_NO_NAME.contains(last.folded()) || !(named || (surely && !dropped))) {
                return;
            }
            words.remove(words.size() - 1);
            dropped = true;
        }
    }

    private static boolean isName(String folded, Set<String> names) {
        return names.contains(folded)
                || names.stream()
                        .anyMatch(name -> name.length() >= NAME_WITH_SUFFIX
                                && folded.startsWith(name)
                                && folded.length() <= name.length() + LONGEST_SUFFIX);
    }

    private static boolean mostlyCapitals(String text) {
        long letters = text.codePoints().filter(Character::isLetter).count();
        long large = text.codePoints().filter(Character::isUpperCase).count();
        return letters > 0 && large > letters * MOSTLY_CAPITALS;
    }
}
