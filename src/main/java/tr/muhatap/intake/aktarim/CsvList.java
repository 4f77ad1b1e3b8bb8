package tr.muhatap.intake.aktarim;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import tr.muhatap.text.Texts;

/** A CSV list: detects character set and delimiter, and reads it record by record. */
final class CsvList implements SourceList {

    static final List<Character> DELIMITERS = List.of(';', ',', '\t', '|');

    /** Character sets in use in Turkish offices. */
    static final List<String> CHARSETS = List.of("UTF-8", "windows-1254", "ISO-8859-9", "UTF-16LE", "UTF-16BE");

    private static final char MARK = '\uFEFF';
    private static final int LOOKED_AT = 1 << 16;
    private static final int MOST_COLUMNS = 200;
    private static final int LONGEST_CELL = 100_000;
    private static final int BUFFER = 1 << 13;

    private final CSVParser parser;
    private final boolean skipsFirst;
    private final int linesBefore;

    /**
     * @param mark whether it begins with a byte order mark
     * @param delimiterLine whether its first line only names the delimiter, as Excel writes it ("sep=;")
     */
    record Detected(Charset charset, char delimiter, boolean mark, boolean delimiterLine) {}

    private CsvList(CSVParser parser, boolean skipsFirst) {
        this.parser = parser;
        this.skipsFirst = skipsFirst;
        this.linesBefore = 0;
    }

    /** @throws UnreadableListException if it is not text */
    static Detected detect(byte[] content, ListFormat.Wish wish) {
        var marked = markedAs(content);
        var charset = wish.charset() != null && CHARSETS.contains(wish.charset())
                ? Charset.forName(wish.charset())
                : marked != null ? marked : unmarked(content);
        String beginning = beginning(content, charset);
        if (beginning.indexOf('\0') >= 0) {
            throw new UnreadableListException(Texts.of("intake.aktarim.dosya.metin-degil"));
        }
        Character named = named(beginning);
        char delimiter = wish.delimiter() != null && DELIMITERS.contains(wish.delimiter())
                ? wish.delimiter()
                : named != null ? named : likeliest(beginning);
        return new Detected(charset, delimiter, marked != null, named != null);
    }

    static CsvList open(byte[] content, Detected detected) {
        try {
            Reader reader = new BufferedReader(
                    new InputStreamReader(new ByteArrayInputStream(content), detected.charset()), BUFFER);
            reader.mark(1);
            if (reader.read() != MARK) {
                reader.reset();
            }
            return new CsvList(CSVParser.parse(reader, format(detected.delimiter())), detected.delimiterLine());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static CSVFormat format(char delimiter) {
        return CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(false)
                .setTrailingData(true)
                .get();
    }

    private static @Nullable Charset markedAs(byte[] content) {
        if (begins(content, 0xEF, 0xBB, 0xBF)) {
            return StandardCharsets.UTF_8;
        }
        if (begins(content, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16LE;
        }
        return begins(content, 0xFE, 0xFF) ? StandardCharsets.UTF_16BE : null;
    }

    private static boolean begins(byte[] content, int... with) {
        if (content.length < with.length) {
            return false;
        }
        for (int at = 0; at < with.length; at++) {
            if ((content[at] & 0xFF) != with[at]) {
                return false;
            }
        }
        return true;
    }

    /** The two 8-bit sets differ between 0x80 and 0x9F only, where only windows-1254 has characters. */
    private static Charset unmarked(byte[] content) {
        if (isUtf8(content)) {
            return StandardCharsets.UTF_8;
        }
        for (byte one : content) {
            if ((one & 0xE0) == 0x80) {
                return Charset.forName("windows-1254");
            }
        }
        return Charset.forName("ISO-8859-9");
    }

    private static boolean isUtf8(byte[] content) {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var in = ByteBuffer.wrap(content);
        var out = CharBuffer.allocate(BUFFER);
        CoderResult result;
        do {
            out.clear();
            result = decoder.decode(in, out, true);
        } while (result.isOverflow());
        return !result.isError();
    }

    private static String beginning(byte[] content, Charset charset) {
        try (var reader = new InputStreamReader(new ByteArrayInputStream(content), charset)) {
            var buffer = new char[LOOKED_AT];
            int length = 0;
            for (int read = reader.read(buffer, 0, LOOKED_AT);
                    read > 0;
                    read = reader.read(buffer, length, LOOKED_AT - length)) {
                length += read;
            }
            String text = new String(buffer, 0, length);
            return !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable Character named(String beginning) {
        var line = beginning.lines().findFirst().orElse("").strip();
        boolean names = line.length() == 5 && line.regionMatches(true, 0, "sep=", 0, 4);
        return names && DELIMITERS.contains(line.charAt(4)) ? Character.valueOf(line.charAt(4)) : null;
    }

    /** The delimiter with which most records have the same number of columns, and more than one. */
    private static char likeliest(String beginning) {
        char best = DELIMITERS.get(0);
        long bestScore = 0;
        for (char delimiter : DELIMITERS) {
            long score = score(beginning, delimiter);
            if (score > bestScore) {
                best = delimiter;
                bestScore = score;
            }
        }
        return best;
    }

    private static long score(String beginning, char delimiter) {
        var sizes = new ArrayList<Integer>();
        try (var records = CSVParser.parse(new StringReader(beginning), format(delimiter))) {
            for (var one : records) {
                if (one.size() > 1 || !one.get(0).isBlank()) {
                    sizes.add(one.size());
                }
            }
        } catch (IOException | UncheckedIOException | IllegalStateException cutOff) {
            // Rows parsed before the fault are returned
        }
        long bestScore = 0;
        for (int size : sizes) {
            if (size > 1) {
                long same = sizes.stream().filter(other -> other == size).count();
                bestScore = Math.max(bestScore, same * (MOST_COLUMNS + 1) + Math.min(size, MOST_COLUMNS));
            }
        }
        return bestScore;
    }

    @Override
    public Iterator<SheetRow> iterator() {
        var records = parser.iterator();
        var rows = new Iterator<SheetRow>() {
            private int line = linesBefore;

            @Override
            public boolean hasNext() {
                try {
                    return records.hasNext();
                } catch (UncheckedIOException | IllegalStateException broken) {
                    throw unreadable(broken, line + 1);
                }
            }

            @Override
            public SheetRow next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                line++;
                return row(line, records.next());
            }
        };
        if (skipsFirst && rows.hasNext()) {
            rows.next();
        }
        return rows;
    }

    private static SheetRow row(int line, CSVRecord values) {
        if (values.size() > MOST_COLUMNS) {
            throw new UnreadableListException(Texts.of("intake.aktarim.dosya.cok-sutun", line, MOST_COLUMNS));
        }
        var cells = new ArrayList<String>(values.size());
        for (var value : values) {
            if (value.length() > LONGEST_CELL) {
                throw new UnreadableListException(Texts.of("intake.aktarim.dosya.uzun-hucre", line));
            }
            cells.add(Cells.plain(value));
        }
        return new SheetRow(line, cells, Map.of());
    }

    private static UnreadableListException unreadable(RuntimeException broken, int line) {
        return new UnreadableListException(Texts.of("intake.aktarim.dosya.tirnak", line), broken);
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
