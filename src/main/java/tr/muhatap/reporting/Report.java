package tr.muhatap.reporting;

import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Content of a report for page, print and files.
 *
 * @param period in words
 * @param draft why it is preliminary; null if it is final
 */
public record Report(String title, String period, @Nullable String draft, List<Section> sections) {

    private static final Locale TURKISH = Locale.forLanguageTag("tr");

    /**
     * A table with explanations.
     *
     * @param definition what is counted, and how
     * @param picture SVG chart of the same numbers; null if none
     * @param notes below the table
     */
    public record Section(
            String id,
            String title,
            String definition,
            List<String> heads,
            List<Line> lines,
            @Nullable String picture,
            List<String> notes) {

        Section(String id, String title, String definition, List<String> heads, List<Line> lines) {
            this(id, title, definition, heads, lines, null, List.of());
        }

        Section withPicture(@Nullable String svg) {
            return new Section(id, title, definition, heads, lines, svg, notes);
        }

        Section withNotes(List<String> beneath) {
            return new Section(id, title, definition, heads, lines, picture, beneath);
        }
    }

    /** @param total whether it is a total */
    public record Line(String name, List<Figure> figures, boolean total) {

        Line(String name, List<Figure> figures) {
            this(name, figures, false);
        }
    }

    /**
     * A cell.
     *
     * @param text formatted for users
     * @param number null for text
     * @param link the list of what was counted; null if none
     */
    public record Figure(
            String text, @Nullable Number number, @Nullable String link) {

        static Figure text(@Nullable String text) {
            return new Figure(text == null ? "—" : text, null, null);
        }

        static Figure linked(String text, String link) {
            return new Figure(text, null, link);
        }

        /** Zeros have no link. */
        static Figure count(long count, @Nullable String link) {
            return new Figure(written(count, 0), count, count == 0 ? null : link);
        }

        static Figure count(long count) {
            return count(count, null);
        }

        /** @param share from 0 to 1 */
        static Figure percent(OptionalDouble share) {
            return share.isEmpty()
                    ? text(null)
                    : new Figure(
                            Report.percent(share.getAsDouble()), Math.round(share.getAsDouble() * 1_000) / 10.0, null);
        }

        static Figure days(OptionalDouble days) {
            return days.isEmpty()
                    ? text(null)
                    : new Figure(written(days.getAsDouble(), 1), Math.round(days.getAsDouble() * 10) / 10.0, null);
        }

        static Figure days(OptionalInt days) {
            return days.isEmpty() ? text(null) : count(days.getAsInt());
        }
    }

    /** Turkish notation: %85,3. */
    static String percent(double share) {
        return "%" + written(share * 100, 1);
    }

    private static String written(double number, int decimals) {
        var format = NumberFormat.getInstance(TURKISH);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(number);
    }
}
