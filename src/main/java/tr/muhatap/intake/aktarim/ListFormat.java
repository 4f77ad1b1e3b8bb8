package tr.muhatap.intake.aktarim;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tr.muhatap.text.Texts;

/**
 * The form of a list, as it was detected or as somebody corrected it.
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

    /** What kind of file it is. */
    public enum Type {
        CSV,
        XLSX
    }

    /** What somebody says of a file's form; null is detected. */
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

    /** The form in words. */
    public String words() {
        if (type == Type.XLSX) {
            return Texts.of("intake.aktarim.bicim.xlsx", sheet, headerLine);
        }
        return Texts.of("intake.aktarim.bicim.csv", charset, delimiterName(delimiter), headerLine);
    }

    /** The delimiters that a list may have, with their names. */
    public static Map<String, String> delimiters() {
        var names = new LinkedHashMap<String, String>();
        CsvList.DELIMITERS.forEach(delimiter -> names.put(String.valueOf(delimiter), delimiterName(delimiter)));
        return names;
    }

    /** The character sets that a list may have. */
    public static List<String> charsets() {
        return CsvList.CHARSETS;
    }

    /** A delimiter in words. */
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
