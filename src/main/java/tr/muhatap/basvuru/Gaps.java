package tr.muhatap.basvuru;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Finds unfilled placeholders in an answer: a template's gap ({@code {tarih?}}), an unresolved field ({@code {birim}}),
 * and dots or underscores in place of words. An ellipsis after a word and quoted omissions ("(…)") are not gaps.
 */
final class Gaps {

    private static final String NAMED = "\\{[^{}\\n]{1,60}\\?}|\\{\\p{L}{1,40}}";
    private static final String DOTS = "(?<![^\\s\\u00a0])(?:\\.{3,}|[….]*…[….]*)(?![\\p{L}\\p{N}])|\\.{5,}|_{3,}";
    private static final Pattern GAP = Pattern.compile(NAMED + "|" + DOTS);
    private static final int WORDS_AROUND = 24;

    private Gaps() {}

    /**
     * The first gap for display: a named one as it is, dots with the adjacent words.
     *
     * @param quoted the applicant's text, which may contain what looks like a gap
     */
    static Optional<String> firstIn(String text, String quoted) {
        String own = quoted.isBlank() ? text : text.replace(quoted, "");
        return GAP.matcher(own).results().findFirst().map(gap -> shown(own, gap));
    }

    private static String shown(String text, MatchResult gap) {
        if (gap.group().startsWith("{")) {
            return gap.group();
        }
        int from = Math.max(0, gap.start() - WORDS_AROUND);
        int to = Math.min(text.length(), gap.end() + WORDS_AROUND);
        int firstWord = from == 0 ? 0 : text.indexOf(' ', from) + 1;
        int lastWord = to == text.length() ? to : text.lastIndexOf(' ', to);
        String around = text.substring(Math.min(firstWord, gap.start()), Math.max(lastWord, gap.end()));
        return around.replaceAll("\\s+", " ").strip();
    }
}
