package tr.muhatap.letter;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Case suffixes of the names of public bodies and companies, by vowel harmony. As TDK writes names of institutions, no
 * apostrophe separates the suffix; only an abbreviation takes one.
 */
final class TurkishSuffixes {

    private static final Locale TURKISH = Locale.forLanguageTag("tr");
    private static final String VOWELS = "aeıioöuüâîû";
    private static final String BACK_VOWELS = "aıouâû";
    private static final String HARD_CONSONANTS = "fstkçşhp";

    /** Final vowels of names with a possessive suffix: "Valiliği", "Odası", "Kurumu". */
    private static final String POSSESSIVE_VOWELS = "ıiuü";

    private static final Pattern IN_PARENTHESES = Pattern.compile("^(.*\\S)\\s*(\\([^()]*\\))$");
    private static final Pattern ALREADY_DATIVE = Pattern.compile(".*[ıiuü]n[ae]$");
    private static final Pattern ABBREVIATION = Pattern.compile("\\p{Lu}{2,6}");
    private static final Pattern HAS_VOWEL = Pattern.compile("[" + VOWELS + "]");

    /** Names without a possessive whose final k softens: "Valilik" becomes "Valiliğe". */
    private static final Pattern SOFTENED = Pattern.compile("[lL][ıiuüIİUÜ][kK]$");

    private static final Pattern JOINT_STOCK = Pattern.compile("(?<=^|\\s)[Aa]\\s?\\.?\\s?[Şş](\\.|(?=\\s|$))");
    private static final Pattern TURKISH_JOINT_STOCK =
            Pattern.compile("(?<=^|\\s)[Tt]\\.\\s?[Aa]\\s?\\.?\\s?[Şş](\\.|(?=\\s|$))");
    private static final Pattern DOT_BETWEEN_WORDS = Pattern.compile("(?<=\\p{L}{2})\\.(?=\\p{L})");

    /** Abbreviations that letters spell out. */
    private static final Map<String, String> SPELLED_OUT = Map.ofEntries(
            Map.entry("ltd", "Limited"),
            Map.entry("şti", "Şirketi"),
            Map.entry("san", "Sanayi"),
            Map.entry("tic", "Ticaret"),
            Map.entry("kol", "Kolektif"),
            Map.entry("koll", "Kolektif"),
            Map.entry("kom", "Komandit"),
            Map.entry("koop", "Kooperatifi"),
            Map.entry("inş", "İnşaat"),
            Map.entry("müd", "Müdürlüğü"),
            Map.entry("bşk", "Başkanlığı"));

    private static final Set<String> COMPANY_WORDS =
            Set.of("anonim", "limited", "kolektif", "komandit", "şirket", "şirketi", "holding", "kcetaş");

    private TurkishSuffixes() {}

    /** Whether a name is that of a commercial company, which is no administrative authority (3071 md. 5). */
    static boolean isCompany(String name) {
        return Arrays.stream(spelledOut(name).toLowerCase(TURKISH).split("[^\\p{L}]+"))
                .anyMatch(COMPANY_WORDS::contains);
    }

    /** The addressee of a letter: in capitals, abbreviations spelled out, in the dative: "KAYSERİ VALİLİĞİNE". */
    static String addressee(String name) {
        String spelled = spelledOut(name);
        var parts = IN_PARENTHESES.matcher(spelled);
        if (parts.matches()) {
            return addressee(parts.group(1)) + " " + parts.group(2).toUpperCase(TURKISH);
        }
        boolean done = ALREADY_DATIVE.matcher(spelled.toLowerCase(TURKISH)).matches();
        return (done ? spelled : with(spelled, "n", "y", "")).toUpperCase(TURKISH);
    }

    /** Dative: "Halkla İlişkiler Şube Müdürlüğüne". */
    static String dative(String name) {
        return with(name.strip(), "n", "y", "");
    }

    /** Locative: "Kayseri İdare Mahkemesinde". */
    static String locative(String name) {
        String stripped = name.strip();
        return with(stripped, "nd", "d", endsIn(stripped, HARD_CONSONANTS) ? "t" : "d");
    }

    /** Ordinal of an article in running text: "11’inci", "16’ncı". */
    static String ordinal(int article) {
        String suffix = switch (article % 10) {
            case 1, 5, 8 -> "inci";
            case 2, 7 -> "nci";
            case 3, 4 -> "üncü";
            case 6 -> "ncı";
            case 9 -> "uncu";
            default ->
                switch (article / 10 % 10) {
                    case 1, 3 -> "uncu";
                    case 2, 5 -> "nci";
                    case 4, 6, 9 -> "ıncı";
                    case 7, 8 -> "inci";
                    default -> "üncü";
                };
        };
        return article + "’" + suffix;
    }

    private static String spelledOut(String name) {
        String clean = name.strip().replaceAll("\\s+", " ").replaceFirst("^T\\. ?C\\. ?", "");
        clean = DOT_BETWEEN_WORDS.matcher(clean).replaceAll(". ");
        clean = TURKISH_JOINT_STOCK.matcher(clean).replaceAll("Türk Anonim Şirketi");
        clean = JOINT_STOCK.matcher(clean).replaceAll("Anonim Şirketi");
        String spelled = Arrays.stream(clean.split(" "))
                .map(word -> SPELLED_OUT.getOrDefault(word.toLowerCase(TURKISH).replaceFirst("\\.$", ""), word))
                .collect(Collectors.joining(" "));
        return spelled.replaceAll("(?<=\\p{L})[.,;]+$", "");
    }

    /**
     * @param afterPossessive buffer consonant after a possessive
     * @param afterVowel buffer consonant after any other vowel
     * @param afterConsonant letters after a consonant
     */
    private static String with(String name, String afterPossessive, String afterVowel, String afterConsonant) {
        boolean vowel = endsIn(name, VOWELS);
        String ending = isBack(name) ? "a" : "e";
        if (isAbbreviation(name)) {
            // Without a vowel it is spelled letter by letter: "pe te te"
            boolean spelled =
                    !HAS_VOWEL.matcher(lastWord(name).toLowerCase(TURKISH)).find();
            return name + "’" + (vowel || spelled ? afterVowel : afterConsonant) + (spelled ? "e" : ending);
        }
        if (!vowel) {
            boolean softens = afterConsonant.isEmpty() && SOFTENED.matcher(name).find();
            return (softens ? name.substring(0, name.length() - 1) + "ğ" : name) + afterConsonant + ending;
        }
        return name + (endsIn(name, POSSESSIVE_VOWELS) ? afterPossessive : afterVowel) + ending;
    }

    /** In an all-capitals name only a single short word can be recognised as an abbreviation. */
    private static boolean isAbbreviation(String name) {
        String lastWord = lastWord(name);
        return ABBREVIATION.matcher(lastWord).matches()
                && (lastWord.equals(name) || !name.equals(name.toUpperCase(TURKISH)));
    }

    private static String lastWord(String name) {
        return name.substring(name.lastIndexOf(' ') + 1);
    }

    private static boolean isBack(String name) {
        String lower = name.toLowerCase(TURKISH);
        for (int i = lower.length() - 1; i >= 0; i--) {
            if (VOWELS.indexOf(lower.charAt(i)) >= 0) {
                return BACK_VOWELS.indexOf(lower.charAt(i)) >= 0;
            }
        }
        return false;
    }

    private static boolean endsIn(String name, String letters) {
        String lower = name.toLowerCase(TURKISH);
        return !lower.isEmpty() && letters.indexOf(lower.charAt(lower.length() - 1)) >= 0;
    }
}
