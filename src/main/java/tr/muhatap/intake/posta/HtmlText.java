package tr.muhatap.intake.posta;

import java.util.Locale;
import java.util.Set;
import org.springframework.web.util.HtmlUtils;

/** Extracts text from HTML without tags, scripts and styles, in a single pass. */
final class HtmlText {

    private static final Set<String> WITHOUT_WORDS = Set.of("script", "style", "head", "title", "template", "noscript");
    private static final Set<String> LINES =
            Set.of("br", "p", "div", "tr", "li", "table", "h1", "h2", "h3", "h4", "blockquote", "hr", "ul", "ol");
    private static final int LONGEST_NAME = 12;

    private HtmlText() {}

    static String of(String html) {
        var words = new StringBuilder();
        int at = 0;
        while (at < html.length()) {
            int tag = html.indexOf('<', at);
            if (tag < 0) {
                words.append(html, at, html.length());
                break;
            }
            words.append(html, at, tag);
            if (html.startsWith("<!--", tag)) {
                at = behind(html, "-->", tag);
                continue;
            }
            String name = name(html, tag);
            at = behind(html, ">", tag);
            if (LINES.contains(name)) {
                words.append('\n');
            }
            if (WITHOUT_WORDS.contains(name) && html.charAt(tag + 1) != '/') {
                at = behindEnd(html, name, at);
            }
        }
        return lines(HtmlUtils.htmlUnescape(words.toString()).replace('\u00a0', ' '));
    }

    /** Strips lines and collapses blank ones. */
    private static String lines(String words) {
        var lines = new StringBuilder();
        int empty = 0;
        for (var line : words.lines().map(String::strip).toList()) {
            empty = line.isEmpty() ? empty + 1 : 0;
            if (empty < 2) {
                lines.append(line).append('\n');
            }
        }
        return lines.toString().strip();
    }

    private static String name(String html, int tag) {
        int from = tag + 1;
        if (from < html.length() && html.charAt(from) == '/') {
            from++;
        }
        int to = from;
        while (to < html.length() && to - from < LONGEST_NAME && Character.isLetterOrDigit(html.charAt(to))) {
            to++;
        }
        return html.substring(from, to).toLowerCase(Locale.ROOT);
    }

    /** Index after the closing tag; the end of the document if there is none. */
    private static int behindEnd(String html, String name, int from) {
        for (int at = html.indexOf("</", from); at >= 0; at = html.indexOf("</", at + 2)) {
            if (html.regionMatches(true, at + 2, name, 0, name.length())) {
                return behind(html, ">", at);
            }
        }
        return html.length();
    }

    private static int behind(String html, String sign, int from) {
        int found = html.indexOf(sign, from);
        return found < 0 ? html.length() : found + sign.length();
    }
}
