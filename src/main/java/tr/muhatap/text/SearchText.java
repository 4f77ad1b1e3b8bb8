package tr.muhatap.text;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Texts as they are searched: their {@link TurkishText#words words}, each once. Contact data in them are left out, so
 * that nobody finds by a telephone number what he is not shown.
 */
public final class SearchText {

    /** UTF-16 units of a word that count; longer ones would not fit into an index. */
    private static final int LONGEST_WORD = 60;

    /** UTF-16 units of all words of one text; with four bytes each still what PostgreSQL takes as one vector. */
    private static final int LONGEST = 200_000;

    private static final int LONGEST_NAMES = 20_000;

    private SearchText() {}

    /** Each word after one blank and a blank at the end; empty if there is none. */
    public static String of(String... texts) {
        var words = new LinkedHashSet<String>();
        for (var text : texts) {
            words(withoutContacts(text)).forEach(words::add);
        }
        return joined(words.stream(), LONGEST);
    }

    /** Of names, which are no contact data. */
    public static String ofNames(Stream<String> names) {
        return joined(names.flatMap(SearchText::words).distinct(), LONGEST_NAMES);
    }

    /** The words that somebody searches for, each the beginning of a word to be found. */
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

    /** Never half of a letter. */
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
