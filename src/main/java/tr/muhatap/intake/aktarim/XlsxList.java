package tr.muhatap.intake.aktarim;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;
import tr.muhatap.text.Texts;

/** A sheet of a workbook, read row by row; every cell is formatted as text. */
final class XlsxList implements SourceList {

    private static final int MOST_COLUMNS = 200;
    private static final int LONGEST_CELL = 100_000;
    private static final int LONGEST_SHEET_NAME = 31;
    private static final int MOST_SHEETS = 100;
    private static final int MOST_DIGITS = 400;

    private final ReadableWorkbook workbook;
    private final Sheet sheet;
    private final List<XlsxGuard.Merged> merged;
    private @Nullable Stream<Row> rows;

    private XlsxList(ReadableWorkbook workbook, Sheet sheet, List<XlsxGuard.Merged> merged) {
        this.workbook = workbook;
        this.sheet = sheet;
        this.merged = merged;
    }

    /**
     * @param wanted the sheet's name; null or unknown: the first visible one
     * @throws UnreadableListException if it is not a workbook, or exceeds a limit
     */
    static XlsxList open(byte[] content, @Nullable String wanted, int mostRows) {
        var merged = XlsxGuard.check(content, mostRows);
        ReadableWorkbook workbook = null;
        try {
            workbook = new ReadableWorkbook(new ByteArrayInputStream(content), new ReadingOptions(false, true));
            var sheets = visible(workbook);
            var sheet = sheets.stream()
                    .filter(one -> one.getName().equals(wanted))
                    .findFirst()
                    .or(() -> sheets.stream().findFirst())
                    .orElseThrow(() -> new UnreadableListException(Texts.of("intake.aktarim.dosya.sayfa-yok")));
            // The parser does not expose a sheet's part name: merged cells are assigned if there is one sheet, or by
            // order
            var found = merged.getOrDefault("xl/worksheets/sheet" + (sheet.getIndex() + 1) + ".xml", List.of());
            return new XlsxList(
                    workbook,
                    sheet,
                    merged.size() == 1 ? merged.values().iterator().next() : found);
        } catch (IOException | RuntimeException broken) {
            close(workbook);
            throw broken instanceof UnreadableListException ours
                    ? ours
                    : new UnreadableListException(Texts.of("intake.aktarim.dosya.xlsx-bozuk"), broken);
        }
    }

    private static void close(@Nullable ReadableWorkbook workbook) {
        try {
            if (workbook != null) {
                workbook.close();
            }
        } catch (IOException ignored) {
            // It is held in memory
        }
    }

    private static List<Sheet> visible(ReadableWorkbook workbook) {
        return workbook.getSheets()
                .filter(one -> one.getVisibility() == SheetVisibility.VISIBLE)
                .filter(one -> one.getName() != null && one.getName().length() <= LONGEST_SHEET_NAME)
                .limit(MOST_SHEETS)
                .toList();
    }

    String sheetName() {
        return sheet.getName();
    }

    /** Names of the visible sheets. */
    List<String> sheetNames() {
        return visible(workbook).stream().map(Sheet::getName).toList();
    }

    @Override
    public boolean countsFrom1904() {
        return workbook.isDate1904();
    }

    @Override
    public Iterator<SheetRow> iterator() {
        Iterator<Row> read;
        try {
            rows = sheet.openStream();
            read = rows.iterator();
        } catch (IOException | RuntimeException broken) {
            throw unreadable(broken);
        }
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                try {
                    return read.hasNext();
                } catch (RuntimeException broken) {
                    throw unreadable(broken);
                }
            }

            @Override
            public SheetRow next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                try {
                    return row(read.next());
                } catch (UnreadableListException ours) {
                    throw ours;
                } catch (RuntimeException broken) {
                    throw unreadable(broken);
                }
            }
        };
    }

    private static UnreadableListException unreadable(Exception broken) {
        return new UnreadableListException(Texts.of("intake.aktarim.dosya.xlsx-bozuk"), broken);
    }

    private SheetRow row(Row row) {
        int line = row.getRowNum();
        var cells = new ArrayList<String>();
        var faults = new HashMap<Integer, SheetRow.Fault>();
        for (int column = 0; column < Math.min(row.getCellCount(), MOST_COLUMNS); column++) {
            var cell = row.getCell(column);
            String text = cell == null ? "" : text(cell, column, faults);
            if (text.length() > LONGEST_CELL) {
                throw new UnreadableListException(Texts.of("intake.aktarim.dosya.uzun-hucre", line));
            }
            cells.add(text);
        }
        for (var area : merged) {
            if (line < area.firstRow() || line > area.lastRow()) {
                continue;
            }
            for (int column = area.firstColumn(); column <= Math.min(area.lastColumn(), MOST_COLUMNS); column++) {
                if (area.hides(column, line)
                        && (column >= cells.size() || cells.get(column).isBlank())) {
                    faults.putIfAbsent(column, SheetRow.Fault.BIRLESTIRILMIS);
                }
            }
        }
        return new SheetRow(line, cells, Map.copyOf(faults));
    }

    private static String text(Cell cell, int column, Map<Integer, SheetRow.Fault> faults) {
        var value = cell.getValue();
        if (cell.getType() == CellType.FORMULA
                && (value == null || String.valueOf(value).isEmpty())) {
            faults.put(column, SheetRow.Fault.FORMUL_HESAPLANMAMIS);
            return "";
        }
        if (cell.getType() == CellType.ERROR) {
            faults.put(column, SheetRow.Fault.HATA_DEGERI);
            return String.valueOf(cell.getRawValue());
        }
        if (value instanceof BigDecimal number) {
            return number(number);
        }
        if (value instanceof Boolean yes) {
            return yes ? Texts.of("intake.aktarim.evet") : Texts.of("intake.aktarim.hayir");
        }
        return value == null ? "" : Cells.plain(value.toString());
    }

    /** Without exponent, and no longer than a person would write. */
    private static String number(BigDecimal number) {
        if (Math.abs((long) number.scale()) > MOST_DIGITS || number.precision() > MOST_DIGITS) {
            return number.toString();
        }
        String plain = number.toPlainString();
        return plain.contains(".") ? number.stripTrailingZeros().toPlainString() : plain;
    }

    @Override
    public void close() throws IOException {
        if (rows != null) {
            rows.close();
        }
        workbook.close();
    }
}
