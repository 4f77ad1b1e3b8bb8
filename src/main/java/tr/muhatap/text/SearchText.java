package tr.muhatap.text;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Normalizes texts for search: distinct {@link TurkishText#words words}, without contact data, so that nobody can
 * search for a telephone number that they may not see.
 */
public final class SearchText {

    /** Maximum UTF-16 units of a word, as limited by an index. */
    private static final int LONGEST_WORD = 60;

    /** Maximum UTF-16 units of a text, within the size of a PostgreSQL tsvector. */
    private static final int LONGEST = 200_000;

    private static final int LONGEST_NAMES = 20_000;

    private SearchText() {}

    /** Each word after a blank, with a trailing blank; empty if there is none. */
    public static String of(String... texts) {
        var words = new LinkedHashSet<String>();
        for (var text : texts) {
            words(withoutContacts(text)).forEach(words::add);
        }
        return joined(words.stream(), LONGEST);
    }

    /** Of names, from which contact data are not removed. */
    public static String ofNames(Stream<String> names) {
        return joined(names.flatMap(SearchText::words).distinct(), LONGEST_NAMES);
    }

    /** Prefixes to search for. */
    public static List<String> searched(String typed) {
        return words(typed).distinct().toList();
    }

    private static String withoutContacts(String text) {
        return ContactData.hidden(text)
                .replace(ContactData.HIDDEN_PHONE, " ")
                .replace(ContactData.HIDDEN_EMAIL, " ")
                .replace(ContactData.HIDDEN_ID, " ");
    }

    private static Stream<String> words(String text) {
        return Arrays.stream(TurkishText.words(text).strip().split(" "))
                .filter(word -> !word.isEmpty())
                .map(SearchText::bounded);
    }

    /** Never splits a code point. */
    private static String bounded(String word) {
        if (word.length() <= LONGEST_WORD) {
            return word;
        }
        return Character.isHighSurrogate(word.charAt(LONGEST_WORD - 1))
                ? word.substring(0, LONGEST_WORD - 1)
                : word.substring(0, LONGEST_WORD);
    }

    private static String joined(Stream<String> words, int longest) {
        String all = words.collect(Collectors.joining(" "));
        if (all.length() > longest) {
            all = all.substring(0, all.lastIndexOf(' ', longest));
        }
        return all.isEmpty() ? "" : " " + all + " ";
    }
}
