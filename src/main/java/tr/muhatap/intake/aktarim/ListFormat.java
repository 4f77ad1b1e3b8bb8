package tr.muhatap.intake.aktarim;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tr.muhatap.text.Texts;

/**
 * Format of a list, detected or corrected by a user.
 *
 * @param type CSV or XLSX
 * @param charset of a CSV, e.g. {@code windows-1254}
 * @param delimiter of a CSV
 * @param mark whether a CSV began with a byte order mark
 * @param sheet of an XLSX, the one that is read
 * @param sheets of an XLSX, all of them
 * @param headerLine line of the column names
 * @param headers the column names
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ListFormat(
        Type type,
        @Nullable String charset,
        @Nullable Character delimiter,
        boolean mark,
        @Nullable String sheet,
        List<String> sheets,
        int headerLine,
        List<String> headers) {

    /** Kind of file. */
    public enum Type {
        CSV,
        XLSX
    }

    /** A user's correction of the format; null means detected. */
    public record Wish(
            @Nullable String charset,
            @Nullable Character delimiter,
            @Nullable String sheet,
            @Nullable Integer headerLine) {

        public static final Wish NONE = new Wish(null, null, null, null);
    }

    Wish asWish() {
        return new Wish(charset, delimiter, sheet, headerLine);
    }

    /** Description of the format. */
    public String words() {
        if (type == Type.XLSX) {
            return Texts.of("intake.aktarim.bicim.xlsx", sheet, headerLine);
        }
        return Texts.of("intake.aktarim.bicim.csv", charset, delimiterName(delimiter), headerLine);
    }

    /** Supported delimiters with their labels. */
    public static Map<String, String> delimiters() {
        var names = new LinkedHashMap<String, String>();
        CsvList.DELIMITERS.forEach(delimiter -> names.put(String.valueOf(delimiter), delimiterName(delimiter)));
        return names;
    }

    /** Supported character sets. */
    public static List<String> charsets() {
        return CsvList.CHARSETS;
    }

    /** Label of a delimiter. */
    public static String delimiterName(@Nullable Character delimiter) {
        if (delimiter == null) {
            return "";
        }
        return switch (delimiter) {
            case ';' -> Texts.of("intake.aktarim.ayirac.noktali-virgul");
            case ',' -> Texts.of("intake.aktarim.ayirac.virgul");
            case '\t' -> Texts.of("intake.aktarim.ayirac.sekme");
            default -> Texts.of("intake.aktarim.ayirac.dikey-cizgi");
        };
    }
}
