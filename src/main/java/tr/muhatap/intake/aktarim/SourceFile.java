package tr.muhatap.intake.aktarim;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import tr.muhatap.text.Texts;
import tr.muhatap.text.TurkishText;

/** A submitted list file: its format and rows. */
final class SourceFile {

    /** Number of lines in which the column names are searched. */
    static final int LINES_BEFORE = 20;

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLD_EXCEL = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final int LOOKED_AT = 1_000;
    private static final int LONGEST_NAME = 100;
    private static final Pattern UNSEEN = Pattern.compile("[\\s\\p{Z}\\p{Cc}\\p{Cf}\\p{Cs}]+");

    private final byte[] content;
    private final int mostRows;

    SourceFile(byte[] content, int mostRows) {
        this.content = content;
        this.mostRows = mostRows;
    }

    /**
     * Detects the format of a file.
     *
     * @param fits score of a row as column names
     * @throws UnreadableListException if it is not a list, with advice
     */
    ListFormat detect(ListFormat.Wish wish, ToIntFunction<List<String>> fits) {
        if (content.length == 0) {
            throw new UnreadableListException(Texts.of("intake.aktarim.dosya.bos"));
        }
        if (begins(OLD_EXCEL)) {
            throw new UnreadableListException(Texts.of("intake.aktarim.dosya.eski-excel"));
        }
        if (begins(ZIP)) {
            try (var list = XlsxList.open(content, wish.sheet(), mostRows)) {
                var header = header(list, wish, fits);
                return new ListFormat(
                        ListFormat.Type.XLSX,
                        null,
                        null,
                        false,
                        list.sheetName(),
                        list.sheetNames(),
                        header.line(),
                        header.cells());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        var detected = CsvList.detect(content, wish);
        requireNoPage(detected);
        try (var list = CsvList.open(content, detected)) {
            var header = header(list, wish, fits);
            return new ListFormat(
                    ListFormat.Type.CSV,
                    detected.charset().name(),
                    detected.delimiter(),
                    detected.mark(),
                    null,
                    List.of(),
                    header.line(),
                    header.cells());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Rows of a file with a known format, including those before the column names. */
    SourceList open(ListFormat format) {
        return format.type() == ListFormat.Type.XLSX
                ? XlsxList.open(content, format.sheet(), mostRows)
                : CsvList.open(content, CsvList.detect(content, format.asWish()));
    }

    /**
     * Reads a file completely, so that no import starts whose file is corrupt.
     *
     * @return number of rows after the column names
     */
    int countRows(ListFormat format) {
        int rows = 0;
        try (var list = open(format)) {
            for (var row : list) {
                if (row.line() > format.headerLine() && !row.isBlank() && ++rows > mostRows) {
                    throw new UnreadableListException(Texts.of("intake.aktarim.dosya.cok-satir", mostRows));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    private static SheetRow header(SourceList list, ListFormat.Wish wish, ToIntFunction<List<String>> fits) {
        var wanted = wish.headerLine();
        SheetRow best = null;
        int bestFit = -1;
        int seen = 0;
        for (var row : list) {
            if (row.isBlank()) {
                continue;
            }
            if (wanted != null && wanted > 0) {
                if (row.line() >= wanted) {
                    return row;
                }
                continue;
            }
            if (++seen > LINES_BEFORE) {
                break;
            }
            long named = row.cells().stream().filter(cell -> !cell.isBlank()).count();
            int fit = fits.applyAsInt(row.cells()) * 2 + (named > 1 ? 1 : 0);
            if (fit > bestFit) {
                best = row;
                bestFit = fit;
            }
        }
        if (best == null) {
            throw new UnreadableListException(Texts.of("intake.aktarim.dosya.bos"));
        }
        return new SheetRow(best.line(), names(best.cells()), best.faults());
    }

    private static List<String> names(List<String> cells) {
        var names = new ArrayList<String>();
        for (var cell : cells) {
            String name = TurkishText.words(cell).isEmpty()
                    ? ""
                    : UNSEEN.matcher(cell).replaceAll(" ").strip();
            names.add(name.substring(0, Math.min(name.length(), LONGEST_NAME)));
        }
        return names;
    }

    /** Rejects HTML pages that some government systems name like Excel files. */
    private void requireNoPage(CsvList.Detected detected) {
        String beginning = new String(content, 0, Math.min(content.length, LOOKED_AT), detected.charset())
                .replace("\uFEFF", "")
                .strip()
                .toLowerCase(java.util.Locale.ROOT);
        if (beginning.startsWith("<") || beginning.contains("<table") || beginning.contains("<html")) {
            throw new UnreadableListException(Texts.of("intake.aktarim.dosya.html"));
        }
    }

    private boolean begins(byte[] with) {
        for (int at = 0; at < with.length; at++) {
            if (at >= content.length || content[at] != with[at]) {
                return false;
            }
        }
        return true;
    }
}
