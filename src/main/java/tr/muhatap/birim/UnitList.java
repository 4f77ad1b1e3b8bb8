package tr.muhatap.birim;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import tr.muhatap.access.Groups;
import tr.muhatap.organization.Organization;
import tr.muhatap.organization.OrganizationTable;
import tr.muhatap.organization.Topic;
import tr.muhatap.organization.Unit;
import tr.muhatap.problem.FieldError;
import tr.muhatap.problem.InvalidInputException;
import tr.muhatap.text.SpreadsheetText;
import tr.muhatap.text.Texts;
import tr.muhatap.text.TurkishText;

/** Units and topics as a file that a spreadsheet opens, one row a topic; read back, it adds and changes and closes nothing. */
@Service
public class UnitList {

    /** Bytes of a file that is read. */
    public static final int LARGEST = 1_000_000;

    /** Each row is compared with all units and topics while every other change of them waits. */
    static final int MOST_ROWS = 1_000;

    static final List<String> COLUMNS = List.of("birim", "birim_ad", "konu", "konu_ad", "kelimeler");

    private static final String FILE = "liste";
    private static final char MARK = '\uFEFF';
    private static final Charset OLD_TURKISH = Charset.forName("windows-1254");
    private static final int MOST_FAULTS = 20;

    private final UnitOffice office;
    private final Organization organization;
    private final OrganizationTable table;

    UnitList(UnitOffice office, Organization organization, OrganizationTable table) {
        this.office = office;
        this.organization = organization;
        this.table = table;
    }

    /** What was open when the file was written. */
    public byte[] write() {
        var text = new StringWriter();
        text.write(MARK);
        try (var printer =
                new CSVPrinter(text, CSVFormat.EXCEL.builder().setDelimiter(';').get())) {
            printer.printRecord(COLUMNS);
            for (var standing : office.all()) {
                var unit = standing.unit();
                if (unit.closed()) {
                    continue;
                }
                var open = standing.topics().stream()
                        .filter(topic -> !topic.closed())
                        .toList();
                if (open.isEmpty()) {
                    printer.printRecord(unit.code(), SpreadsheetText.safe(unit.name()), "", "", "");
                }
                for (var topic : open) {
                    printer.printRecord(
                            unit.code(),
                            SpreadsheetText.safe(unit.name()),
                            topic.code(),
                            SpreadsheetText.safe(topic.name()),
                            SpreadsheetText.safe(topic.words()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Takes in a file: all of its rows, or none.
     *
     * @return how many rows
     * @throws InvalidInputException naming the faulty lines
     */
    @PreAuthorize("hasAnyAuthority('" + Groups.SUREC_SAHIBI + "', '" + Groups.CAMUNDA_ADMIN + "')")
    public int read(byte[] content) {
        var rows = rows(content);
        table.together(() -> {
            var faults = new ArrayList<FieldError>();
            for (var row : rows) {
                try {
                    take(row);
                } catch (InvalidInputException faulty) {
                    faulty.errors()
                            .forEach(error -> faults.add(new FieldError(
                                    FILE,
                                    Texts.of("birim.unit-list.satir", row.getRecordNumber() + 1, error.message()))));
                }
                if (faults.size() >= MOST_FAULTS) {
                    break;
                }
            }
            if (!faults.isEmpty()) {
                throw new InvalidInputException(faults);
            }
        });
        return rows.size();
    }

    private void take(CSVRecord row) {
        var unit = unit(value(row, "birim"), value(row, "birim_ad"));
        String name = value(row, "konu_ad");
        if (name.isEmpty() && value(row, "konu").isEmpty()) {
            return;
        }
        var known = topic(value(row, "konu"), name);
        if (known.isPresent()) {
            office.changeTopic(known.get().code(), name, unit.code(), value(row, "kelimeler"));
        } else {
            office.addTopic(name, unit.code(), value(row, "kelimeler"));
        }
    }

    private Unit unit(String code, String name) {
        if (code.isEmpty()) {
            return organization.units().stream()
                    .filter(unit -> isSame(unit.name(), name))
                    .findFirst()
                    .orElseGet(() -> office.add(name));
        }
        var known = organization
                .openUnit(code)
                .orElseThrow(() -> new InvalidInputException(FILE, Texts.of("birim.unit-list.birim-kodu-yok", code)));
        if (!known.name().equals(name)) {
            office.rename(code, name);
        }
        return known;
    }

    private Optional<Topic> topic(String code, String name) {
        if (code.isEmpty()) {
            return organization.topics().stream()
                    .filter(topic -> isSame(topic.name(), name))
                    .findFirst();
        }
        return Optional.of(organization
                .openTopic(code)
                .orElseThrow(() -> new InvalidInputException(FILE, Texts.of("birim.unit-list.konu-kodu-yok", code))));
    }

    private static boolean isSame(String one, String other) {
        return TurkishText.folded(one).equals(TurkishText.folded(other));
    }

    /** Without the apostrophe that keeps a spreadsheet from computing. */
    private static String value(CSVRecord row, String column) {
        String value =
                row.isMapped(column) && row.isSet(column) ? row.get(column).strip() : "";
        return value.startsWith("'") && SpreadsheetText.isFormula(value.substring(1)) ? value.substring(1) : value;
    }

    private static List<CSVRecord> rows(byte[] content) {
        if (content.length > LARGEST) {
            throw new InvalidInputException(FILE, Texts.of("birim.unit-list.cok-buyuk"));
        }
        String text = text(content);
        String head = text.lines().findFirst().orElse("");
        var format = CSVFormat.EXCEL
                .builder()
                .setDelimiter(head.contains(";") ? ';' : ',')
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreEmptyLines(true)
                .setTrim(true)
                .get();
        try (var records = format.parse(new StringReader(text))) {
            if (!records.getHeaderNames().containsAll(COLUMNS.subList(0, COLUMNS.size() - 1))) {
                throw new InvalidInputException(FILE, Texts.of("birim.unit-list.sutunlar", String.join(", ", COLUMNS)));
            }
            var rows = records.getRecords();
            if (rows.isEmpty()) {
                throw new InvalidInputException(FILE, Texts.of("birim.unit-list.bos"));
            }
            if (rows.size() > MOST_ROWS) {
                throw new InvalidInputException(FILE, Texts.of("birim.unit-list.cok-satir", MOST_ROWS));
            }
            return rows;
        } catch (IOException | UncheckedIOException | IllegalArgumentException | IllegalStateException unreadable) {
            throw new InvalidInputException(FILE, Texts.of("birim.unit-list.okunamadi"));
        }
    }

    private static String text(byte[] content) {
        String text = utf8(content);
        if (text == null) {
            text = new String(content, OLD_TURKISH);
        }
        return !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
    }

    private static @Nullable String utf8(byte[] content) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException otherCharset) {
            return null;
        }
    }
}
