package tr.muhatap.demo;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalQueries;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import tr.muhatap.calendar.OfficeClock;
import tr.muhatap.text.Texts;

/**
 * A file of service requests, validated as a whole before replaying. Supports files of various programs: with a byte
 * order mark or in windows-1254, separated by commas, semicolons or tabs, with or without seconds. Unusable rows are
 * listed with a reason, the others are used.
 */
final class ReplayFile {

    private static final String ID = "case_enquiry_id";
    private static final String OPENED = "open_dt";
    private static final String CLOSED = "closed_dt";
    private static final String SOURCE = "source";
    private static final String TYPE = "type";
    private static final List<String> REQUIRED = List.of(ID, OPENED, CLOSED, SOURCE, TYPE);

    private static final Charset WINDOWS_TURKISH = Charset.forName("windows-1254");
    private static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|');
    private static final int LONGEST_SUBJECT = 200;
    private static final int LONGEST_QUOTE = 40;
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2100, 1, 1);
    private static final BigDecimal MOST_NORTHERN = BigDecimal.valueOf(90);
    private static final BigDecimal MOST_EASTERN = BigDecimal.valueOf(180);

    private static final List<DateTimeFormatter> TIMES = List.of(time("uuuu-M-d"), time("d.M.uuuu"));

    /** Maps their source to the closest channel and source of ours. */
    private static final Map<String, List<String>> CHANNELS = Map.of(
            "constituent call", List.of("ALO_153"),
            "citizens connect app", List.of("DIJITAL", "MOBIL_UYGULAMA"),
            "self service", List.of("DIJITAL", "WEB"),
            "city worker app", List.of("BEYAZ_MASA_MOBIL"));

    /**
     * One request.
     *
     * @param line line number in the file, from 1
     * @param opened as in the file, Europe/Istanbul unless another zone is given
     * @param answer empty if the file has none
     */
    record Request(
            int line,
            String id,
            String channel,
            @Nullable String source,
            Instant opened,
            @Nullable Instant closed,
            String subject,
            String text,
            @Nullable BigDecimal latitude,
            @Nullable BigDecimal longitude,
            String answer) {}

    /** Why a line is skipped, in Turkish. */
    record Fault(int line, String reason) {}

    record Content(List<Request> requests, List<Fault> faults) {

        int read() {
            return requests.size() + faults.size();
        }
    }

    /** The file as a whole cannot be used; the message is Turkish. */
    static final class UnreadableFileException extends IOException {

        private static final long serialVersionUID = 1L;

        UnreadableFileException(String message) {
            super(message);
        }
    }

    /** A row cannot be used; the message is Turkish. */
    private static final class FaultyRow extends Exception {

        private static final long serialVersionUID = 1L;

        FaultyRow(String message) {
            super(message);
        }
    }

    private final List<String> lines;
    private final CSVFormat format;
    private final Map<String, Integer> columns;
    private final int width;
    private final List<Request> requests = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    private ReplayFile(List<String> lines, CSVFormat format, CSVRecord header) {
        this.lines = lines;
        this.format = format;
        this.columns = columns(header);
        this.width = header.size();
    }

    static Content read(Path file) throws UnreadableFileException {
        var lines = text(file).lines().toList();
        int head = 0;
        // Excel reads the separator from a line before the header.
        while (head < lines.size()
                && (lines.get(head).isBlank() || lines.get(head).matches("(?i)\\s*\"?sep=.\"?\\s*"))) {
            head++;
        }
        if (head == lines.size()) {
            throw new UnreadableFileException(Texts.of("demo.replay-file.dosya-bos"));
        }
        var missing = REQUIRED;
        for (char separator : SEPARATORS) {
            var format = CSVFormat.RFC4180
                    .builder()
                    .setDelimiter(separator)
                    .setIgnoreEmptyLines(true)
                    .setIgnoreSurroundingSpaces(separator != '\t')
                    .get();
            var header = firstRecord(format, lines.get(head));
            if (header == null) {
                continue;
            }
            var known = columns(header).keySet();
            var absent = REQUIRED.stream().filter(name -> !known.contains(name)).toList();
            if (absent.isEmpty()) {
                return new ReplayFile(lines, format, header).rowsFrom(head + 1);
            }
            missing = absent.size() < missing.size() ? absent : missing;
        }
        throw new UnreadableFileException(
                Texts.of("demo.replay-file.gerekli-sutunlar-bulunamadi", String.join(", ", missing)));
    }

    private static @Nullable CSVRecord firstRecord(CSVFormat format, String line) {
        try (var parser = format.parse(new StringReader(line))) {
            var records = parser.getRecords();
            return records.isEmpty() ? null : records.get(0);
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            return null;
        }
    }

    private static Map<String, Integer> columns(CSVRecord header) {
        var columns = new HashMap<String, Integer>();
        for (int i = 0; i < header.size(); i++) {
            columns.putIfAbsent(header.get(i).strip().toLowerCase(Locale.ROOT), i);
        }
        return columns;
    }

    private static String text(Path file) throws UnreadableFileException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new UnreadableFileException(Texts.of("demo.replay-file.dosya-bulunamadi", file));
        } catch (IOException e) {
            throw new UnreadableFileException(Texts.of("demo.replay-file.dosya-okunamadi", file));
        }
        var text = decoded(bytes);
        if (text.indexOf('\0') >= 0) {
            throw new UnreadableFileException(Texts.of("demo.replay-file.dosya-bir-metin-dosyasi-degil"));
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static String decoded(byte[] bytes) {
        boolean wide = bytes.length > 1;
        if (wide
                && ((bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF)
                        || (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE))) {
            return new String(bytes, StandardCharsets.UTF_16);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, WINDOWS_TURKISH);
        }
    }

    /** A malformed row is skipped; parsing resumes after it. */
    private Content rowsFrom(int first) {
        int from = first;
        while (from < lines.size()) {
            from = readUntilBroken(from);
        }
        return new Content(List.copyOf(requests), List.copyOf(faults));
    }

    private int readUntilBroken(int from) {
        try (var parser = format.parse(new StringReader(String.join("\n", lines.subList(from, lines.size()))))) {
            var records = parser.iterator();
            while (true) {
                int line = from + (int) parser.getCurrentLineNumber();
                while (line < lines.size() && lines.get(line).isBlank()) {
                    line++;
                }
                CSVRecord row;
                try {
                    if (!records.hasNext()) {
                        return lines.size();
                    }
                    row = records.next();
                } catch (UncheckedIOException | IllegalStateException broken) {
                    faults.add(new Fault(line + 1, Texts.of("demo.replay-file.tirnak-isaretleri-tutmuyor")));
                    return line + 1;
                }
                boolean severalLines = from + parser.getCurrentLineNumber() > line + 1;
                if (severalLines && row.size() != width) {
                    faults.add(new Fault(line + 1, Texts.of("demo.replay-file.tirnak-isaretleri-tutmuyor")));
                    return line + 1;
                }
                take(row, line + 1);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void take(CSVRecord row, int line) {
        try {
            requests.add(request(row, line));
        } catch (FaultyRow faulty) {
            faults.add(new Fault(line, String.valueOf(faulty.getMessage())));
        }
    }

    private Request request(CSVRecord row, int line) throws FaultyRow {
        boolean onlyBlanksMore = IntStream.range(Math.min(width, row.size()), row.size())
                .allMatch(i -> row.get(i).isBlank());
        if (row.size() < width || !onlyBlanksMore) {
            throw new FaultyRow(Texts.of("demo.replay-file.sutun-yerine-sutun-var", width, row.size()));
        }
        var id = value(row, ID);
        if (id.isEmpty()) {
            throw new FaultyRow(Texts.of("demo.replay-file.numarasi-bos", ID));
        }
        var channel = CHANNELS.get(value(row, SOURCE).toLowerCase(Locale.ROOT));
        if (channel == null) {
            throw new FaultyRow(Texts.of("demo.replay-file.bilinmeyen-kaynak", quoted(value(row, SOURCE))));
        }
        var title = value(row, "case_title").isEmpty() ? value(row, TYPE) : value(row, "case_title");
        if (title.isEmpty()) {
            throw new FaultyRow(Texts.of("demo.replay-file.basligi-ve-turu-bos"));
        }
        var opened = instant(row, OPENED);
        if (opened == null) {
            throw new FaultyRow(Texts.of("demo.replay-file.acilis-tarihi-bos"));
        }
        var closed = instant(row, CLOSED);
        if (closed != null && closed.isBefore(opened)) {
            throw new FaultyRow(Texts.of("demo.replay-file.kapanis-tarihi-acilis-tarihinden-once"));
        }
        var latitude = coordinate(row, "latitude", MOST_NORTHERN);
        var longitude = coordinate(row, "longitude", MOST_EASTERN);
        boolean placed = latitude != null && longitude != null;
        // Last, so that a skipped row does not count as a duplicate of a valid one.
        if (!ids.add(id)) {
            throw new FaultyRow(Texts.of("demo.replay-file.numarasi-yinelenmis", quoted(id)));
        }
        return new Request(
                line,
                id,
                channel.get(0),
                channel.size() > 1 ? channel.get(1) : null,
                opened,
                closed,
                cut(title, LONGEST_SUBJECT),
                (value(row, TYPE) + "\n" + value(row, "location")).strip(),
                placed ? latitude : null,
                placed ? longitude : null,
                value(row, "closure_reason"));
    }

    private String value(CSVRecord row, String column) {
        Integer index = columns.get(column);
        return index == null ? "" : row.get(index).strip();
    }

    private @Nullable Instant instant(CSVRecord row, String column) throws FaultyRow {
        var written = value(row, column);
        if (written.isEmpty()) {
            return null;
        }
        for (var format : TIMES) {
            try {
                var time = format.parse(written);
                var date = LocalDate.from(time);
                if (date.isBefore(EARLIEST) || !date.isBefore(LATEST)) {
                    throw new FaultyRow(Texts.of("demo.replay-file.tarih-aralik-disinda", column, quoted(written)));
                }
                var clock = time.query(TemporalQueries.localTime());
                ZoneId zone = time.isSupported(ChronoField.OFFSET_SECONDS)
                        ? ZoneOffset.ofTotalSeconds(time.get(ChronoField.OFFSET_SECONDS))
                        : OfficeClock.ISTANBUL;
                return date.atTime(clock == null ? LocalTime.MIDNIGHT : clock)
                        .atZone(zone)
                        .toInstant();
            } catch (DateTimeException other) {
                // Try the next format.
            }
        }
        throw new FaultyRow(Texts.of("demo.replay-file.tarih-okunamadi", column, quoted(written)));
    }

    private @Nullable BigDecimal coordinate(CSVRecord row, String column, BigDecimal most) throws FaultyRow {
        var written = value(row, column);
        if (written.isEmpty()) {
            return null;
        }
        if (!written.matches("[+-]?\\d{1,3}([.,]\\d{1,20})?")) {
            throw new FaultyRow(Texts.of("demo.replay-file.koordinat-okunamadi", column, quoted(written)));
        }
        var coordinate = new BigDecimal(written.replace(',', '.'));
        if (coordinate.abs().compareTo(most) > 0) {
            throw new FaultyRow(Texts.of("demo.replay-file.koordinat-aralik-disinda", column, quoted(written)));
        }
        return coordinate;
    }

    private static String quoted(String written) {
        return "“" + cut(written.replaceAll("\\s+", " "), LONGEST_QUOTE) + "”";
    }

    /** Never splits a code point. */
    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }

    private static DateTimeFormatter time(String date) {
        return new DateTimeFormatterBuilder()
                .appendPattern(date)
                .optionalStart()
                .appendPattern("['T'][' ']H:mm[:ss]")
                .optionalStart()
                .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
                .optionalEnd()
                .appendPattern("[' '][XXX][XX][X]")
                .optionalEnd()
                .toFormatter(Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT);
    }
}
