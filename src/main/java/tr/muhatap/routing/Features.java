package tr.muhatap.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import tr.muhatap.routing.PlainWords.Word;

/**
 * Features of a text as hash values: words, their prefixes (Turkish builds words by suffixes), bigrams, and character
 * n-grams of three to five letters, which are robust against typing errors. Hash values cannot be reversed.
 */
final class Features {

    /** Number of hash buckets. */
    static final int BUCKETS = 1 << 22;

    private static final int BEGINNING = 5;
    private static final int SHORTEST_PIECE = 3;
    private static final int LONGEST_PIECE = 5;
    private static final long SEED = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    /** Stop words. */
    private static final Set<String> COMMON = Set.of(
            "ve",
            "bir",
            "bu",
            "su",
            "de",
            "da",
            "ki",
            "mi",
            "mu",
            "ile",
            "icin",
            "cok",
            "daha",
            "en",
            "ne",
            "ya",
            "veya",
            "ama",
            "gibi",
            "kadar",
            "olarak",
            "olan",
            "var",
            "yok",
            "ben",
            "biz",
            "siz",
            "sizin",
            "bizim",
            "benim",
            "her",
            "hic",
            "lutfen",
            "rica",
            "ederim",
            "ederiz",
            "ediyorum",
            "ediyoruz",
            "sayin",
            "yetkili",
            "yetkililer",
            "merhaba",
            "merhabalar",
            "tesekkur",
            "tesekkurler",
            "iyi",
            "gunler",
            "kolay",
            "gelsin",
            "saygilar",
            "saygilarimla",
            "sikayet",
            "sikayetim",
            "talep",
            "konu",
            "hakkinda",
            "ilgili",
            "gereginin",
            "yapilmasini",
            "arz",
            "diye",
            "artik",
            "hala");

    private Features() {}

    /** Features of words and of their n-grams; distinct, in ascending order. */
    record Of(int[] words, int[] pieces) {}

    static Of of(List<Word> words) {
        var whole = IntStream.builder();
        var pieces = IntStream.builder();
        String before = "";
        for (var word : words) {
            String folded = word.folded();
            if (COMMON.contains(folded)) {
                continue;
            }
            for (int each : whole(folded)) {
                whole.add(each);
            }
            String beginning = beginning(folded);
            if (!before.isEmpty()) {
                whole.add(hash('b', before + ' ' + beginning));
            }
            before = beginning;
            for (int piece : pieces(folded)) {
                pieces.add(piece);
            }
        }
        return new Of(
                whole.build().sorted().distinct().toArray(),
                pieces.build().sorted().distinct().toArray());
    }

    /** Features of a single word, without bigrams. */
    static int[] all(String folded) {
        return IntStream.concat(IntStream.of(whole(folded)), IntStream.of(pieces(folded)))
                .distinct()
                .toArray();
    }

    static boolean isCommon(String folded) {
        return COMMON.contains(folded);
    }

    /** Feature of a whole word. */
    static int word(String folded) {
        return hash('w', folded);
    }

    /** Features of a whole word and of its prefix. */
    static int[] whole(String folded) {
        return new int[] {word(folded), hash('p', beginning(folded))};
    }

    private static String beginning(String folded) {
        return folded.length() > BEGINNING ? folded.substring(0, BEGINNING) : folded;
    }

    private static int[] pieces(String folded) {
        String bounded = ' ' + folded + ' ';
        var found = new ArrayList<Integer>();
        for (int size = SHORTEST_PIECE; size <= LONGEST_PIECE; size++) {
            for (int from = 0; from + size <= bounded.length(); from++) {
                found.add(hash('c', bounded.substring(from, from + size)));
            }
        }
        return found.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int hash(char kind, String text) {
        long hash = (SEED ^ kind) * PRIME;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * PRIME;
        }
        hash ^= hash >>> 32;
        hash *= 0x9E3779B97F4A7C15L;
        return (int) (hash >>> 42);
    }
}
