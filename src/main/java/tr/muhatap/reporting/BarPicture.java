package tr.muhatap.reporting;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/**
 * Horizontal bar charts as SVG. Only bars are scaled, in percent, so that text keeps the page's size at every width;
 * colours are the page's, and the second part of a bar is hatched, to be distinguishable in print and dark mode.
 */
final class BarPicture {

    private static final int HEIGHT = 46;
    private static final int TEXT = 16;
    private static final int TOP = 22;
    private static final int THICKNESS = 14;
    private static final double LONGEST = 100;

    /**
     * A bar.
     *
     * @param first length of the first part
     * @param second length of the hatched part
     * @param text label at its end
     */
    record Bar(String name, double first, double second, String text) {}

    private BarPicture() {}

    /**
     * @param id unique id within the page
     * @param whole value of the full width; null: the longest bar
     * @return null if there is nothing to draw
     */
    static @Nullable String of(String id, String title, List<Bar> bars, @Nullable Double whole) {
        double longest = whole != null
                ? whole
                : bars.stream()
                        .mapToDouble(bar -> bar.first() + bar.second())
                        .max()
                        .orElse(0);
        if (longest <= 0) {
            return null;
        }
        var svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg class=\"cizim\" role=\"img\" aria-label=\"%s\" width=\"100%%\" height=\"%d\" "
                        + "xmlns=\"http://www.w3.org/2000/svg\"><defs><pattern id=\"tarama-%s\" width=\"6\" height=\"6\" "
                        + "patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">"
                        + "<rect width=\"2\" height=\"6\" class=\"tarama\"/></pattern></defs>",
                escaped(title),
                bars.size() * HEIGHT,
                id));
        int top = 0;
        for (var bar : bars) {
            double first = bar.first() / longest * LONGEST;
            double second = bar.second() / longest * LONGEST;
            svg.append(String.format(
                    Locale.ROOT,
                    "<text x=\"0\" y=\"%d\">%s</text><text x=\"100%%\" y=\"%d\" text-anchor=\"end\">%s</text>"
                            + "<rect class=\"zemin\" x=\"0\" y=\"%d\" width=\"100%%\" height=\"%d\"/>"
                            + "<rect class=\"cubuk\" x=\"0\" y=\"%d\" width=\"%.2f%%\" height=\"%d\"/>",
                    top + TEXT,
                    escaped(bar.name()),
                    top + TEXT,
                    escaped(bar.text()),
                    top + TOP,
                    THICKNESS,
                    top + TOP,
                    first,
                    THICKNESS));
            if (bar.second() > 0) {
                svg.append(String.format(
                        Locale.ROOT,
                        "<rect class=\"gec\" x=\"%.2f%%\" y=\"%d\" width=\"%.2f%%\" height=\"%d\" fill=\"url(#tarama-%s)\"/>",
                        first,
                        top + TOP,
                        second,
                        THICKNESS,
                        id));
            }
            top += HEIGHT;
        }
        return svg.append("</svg>").toString();
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, StandardCharsets.UTF_8.name());
    }
}
