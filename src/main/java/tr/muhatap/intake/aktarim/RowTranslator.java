package tr.muhatap.intake.aktarim;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tr.muhatap.basvuru.ApplicantType;
import tr.muhatap.basvuru.Kind;
import tr.muhatap.channel.Channel;
import tr.muhatap.intake.SubmissionRequest;
import tr.muhatap.intake.SubmissionRequest.ApplicantRequest;
import tr.muhatap.organization.Organization;
import tr.muhatap.organization.Topic;
import tr.muhatap.problem.FieldError;
import tr.muhatap.text.PlainText;
import tr.muhatap.text.Texts;
import tr.muhatap.text.TurkishText;

/** Translates a row of a list into a submission, without any decision. */
final class RowTranslator {

    private static final ZoneId OFFICE = ZoneId.of("Europe/Istanbul");
    private static final int LONGEST_SUBJECT = 200;
    private static final int LONGEST_BEGINNING = 80;

    private final Channel channel;
    private final ColumnMap.Fitted columns;
    private final WordTable words;
    private final Organization organization;
    private final boolean countsFrom1904;

    RowTranslator(
            Channel channel,
            ColumnMap.Fitted columns,
            WordTable words,
            Organization organization,
            boolean countsFrom1904) {
        this.channel = channel;
        this.columns = columns;
        this.words = words;
        this.organization = organization;
        this.countsFrom1904 = countsFrom1904;
    }

    /**
     * @param reference the source's number; null if the row has none
     * @param answered whether the source has an answer
     * @param errors why the row cannot be translated; empty if it can
     */
    record Translated(
            @Nullable String reference, SubmissionRequest request, boolean answered, List<FieldError> errors) {}

    Translated translate(SheetRow row) {
        var errors = new ArrayList<FieldError>();
        columns.at().forEach((field, column) -> fault(row, field, column).ifPresent(errors::add));
        String reference = text(row, SourceField.NUMARA);
        if (reference == null && isRight(errors, SourceField.NUMARA)) {
            errors.add(error(SourceField.NUMARA, Texts.of("intake.aktarim.satir.numara-yok")));
        }
        String kind = kind(row, errors);
        boolean hidden = hidden(row, errors);
        var request = new SubmissionRequest(
                channel.name(),
                null,
                kind,
                topic(row),
                subject(row),
                text(row, SourceField.METIN),
                hidden ? nobody() : applicant(row),
                null,
                null,
                reference,
                receivedAt(row, errors),
                null,
                null,
                null);
        return new Translated(reference, request, isAnswered(row), List.copyOf(errors));
    }

    /** Cells of a row for export; day numbers are formatted, since another workbook may use another date system. */
    List<String> cellsToReturn(SheetRow row) {
        Integer day = columns.at().get(SourceField.TARIH);
        if (!countsFrom1904 || day == null || day >= row.cells().size()) {
            return row.cells();
        }
        var cells = new ArrayList<>(row.cells());
        SourceDates.parse(cells.get(day), true).ifPresent(at -> cells.set(day, at.toString()));
        return cells;
    }

    /** Whether the list has a column for a field of the API; missing columns do not count as differences. */
    boolean speaksOf(String apiField) {
        return switch (apiField) {
            case "subject" -> hasAny(SourceField.BASLIK, SourceField.ALT_KONU, SourceField.KONU);
            case "applicant.firstName", "applicant.lastName" ->
                hasAny(SourceField.AD_SOYAD, SourceField.AD, SourceField.SOYAD);
            default ->
                columns.at().keySet().stream().anyMatch(field -> field.apiName().equals(apiField));
        };
    }

    private boolean hasAny(SourceField... fields) {
        return Stream.of(fields).anyMatch(columns.at()::containsKey);
    }

    /** The day of a row; null if it has none or it is invalid. */
    @Nullable
    LocalDate day(SheetRow row) {
        String cell = text(row, SourceField.TARIH);
        return cell == null
                ? null
                : SourceDates.parse(cell, countsFrom1904)
                        .map(LocalDateTime::toLocalDate)
                        .orElse(null);
    }

    private static Optional<FieldError> fault(SheetRow row, SourceField field, int column) {
        var fault = row.faults().get(column);
        if (fault != null) {
            return Optional.of(new FieldError(field.apiName(), fault.label()));
        }
        String cell = row.cell(column);
        if (Cells.isError(cell)) {
            return Optional.of(new FieldError(field.apiName(), SheetRow.Fault.HATA_DEGERI.label()));
        }
        boolean isNumber = switch (field) {
            case NUMARA, TC_KIMLIK_NO, TELEFON, VERGI_NO -> true;
            default -> false;
        };
        return isNumber && Cells.hasLostDigits(cell)
                ? Optional.of(new FieldError(field.apiName(), SheetRow.Fault.KISALTILMIS_SAYI.label()))
                : Optional.empty();
    }

    private static boolean isRight(List<FieldError> errors, SourceField field) {
        return errors.stream().noneMatch(error -> error.field().equals(field.apiName()));
    }

    /** Lists without a kind contain requests only. */
    private @Nullable String kind(SheetRow row, List<FieldError> errors) {
        if (!columns.at().containsKey(SourceField.TUR)) {
            return Kind.TALEP.name();
        }
        String word = text(row, SourceField.TUR);
        if (word == null) {
            return null;
        }
        var known = words.value(WordTable.Kind.TUR, word);
        if (known.isEmpty() && isRight(errors, SourceField.TUR)) {
            errors.add(error(SourceField.TUR, Texts.of("intake.aktarim.satir.tur-bilinmiyor", word)));
        }
        return known.orElse(null);
    }

    private boolean hidden(SheetRow row, List<FieldError> errors) {
        String word = text(row, SourceField.GIZLI);
        if (word == null) {
            return false;
        }
        var known = words.value(WordTable.Kind.GIZLI, word);
        if (known.isEmpty() && isRight(errors, SourceField.GIZLI)) {
            errors.add(error(SourceField.GIZLI, Texts.of("intake.aktarim.satir.gizli-anlasilmadi", word)));
        }
        return known.filter(WordTable.YES::equals).isPresent();
    }

    private boolean isAnswered(SheetRow row) {
        String word = text(row, SourceField.DURUM);
        return word != null
                && words.value(WordTable.Kind.DURUM, word)
                        .filter(WordTable.YES::equals)
                        .isPresent();
    }

    /** By the office's word table, otherwise by topic name; unknown topics are left to the review. */
    private @Nullable String topic(SheetRow row) {
        for (var field : List.of(SourceField.ALT_KONU, SourceField.KONU)) {
            String word = text(row, field);
            if (word != null) {
                var topic = words.value(WordTable.Kind.KONU, word)
                        .filter(code -> organization.openTopic(code).isPresent())
                        .or(() -> named(word));
                if (topic.isPresent()) {
                    return topic.get();
                }
            }
        }
        return null;
    }

    private Optional<String> named(String word) {
        String folded = TurkishText.words(word);
        return organization.topics().stream()
                .filter(topic -> TurkishText.words(topic.name()).equals(folded))
                .map(Topic::code)
                .findFirst();
    }

    private @Nullable String subject(SheetRow row) {
        for (var field : List.of(SourceField.BASLIK, SourceField.ALT_KONU, SourceField.KONU)) {
            String subject = text(row, field);
            if (subject != null) {
                return shortened(oneLine(subject), LONGEST_SUBJECT);
            }
        }
        String text = text(row, SourceField.METIN);
        return text == null ? null : shortened(oneLine(text.lines().findFirst().orElse("")), LONGEST_BEGINNING);
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private static String shortened(String text, int most) {
        return PlainText.isLongerThan(text, most)
                ? text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…"
                : text;
    }

    private @Nullable String receivedAt(SheetRow row, List<FieldError> errors) {
        if (!columns.at().containsKey(SourceField.TARIH)) {
            return null;
        }
        String cell = text(row, SourceField.TARIH);
        var at = cell == null ? null : SourceDates.parse(cell, countsFrom1904).orElse(null);
        if (at == null) {
            if (isRight(errors, SourceField.TARIH)) {
                errors.add(
                        cell == null
                                ? error(SourceField.TARIH, Texts.of("intake.aktarim.satir.tarih-yok"))
                                : error(SourceField.TARIH, Texts.of("intake.aktarim.satir.tarih-okunamadi", cell)));
            }
            return null;
        }
        return at.atZone(OFFICE).toOffsetDateTime().toString();
    }

    private ApplicantRequest applicant(SheetRow row) {
        String title = text(row, SourceField.UNVAN);
        String first = text(row, SourceField.AD);
        String last = text(row, SourceField.SOYAD);
        String whole = text(row, SourceField.AD_SOYAD);
        if (title == null && first == null && last == null && whole != null) {
            String name = oneLine(whole);
            int blank = name.lastIndexOf(' ');
            first = blank < 0 ? name : name.substring(0, blank);
            last = blank < 0 ? null : name.substring(blank + 1);
        }
        return new ApplicantRequest(
                (title == null ? ApplicantType.GERCEK : ApplicantType.TUZEL).name(),
                first,
                last,
                title,
                number(row, SourceField.TC_KIMLIK_NO),
                number(row, SourceField.VERGI_NO),
                null,
                null,
                number(row, SourceField.TELEFON),
                text(row, SourceField.E_POSTA),
                text(row, SourceField.ADRES),
                false);
    }

    private static ApplicantRequest nobody() {
        return new ApplicantRequest(null, null, null, null, null, null, null, null, null, null, null, true);
    }

    private @Nullable String number(SheetRow row, SourceField field) {
        String cell = text(row, field);
        return cell == null ? null : Cells.writtenOut(cell);
    }

    /** Null if the list has no such column, or the cell is empty. */
    private @Nullable String text(SheetRow row, SourceField field) {
        Integer column = columns.at().get(field);
        String cell = column == null ? "" : row.cell(column);
        if (cell.isEmpty()) {
            return null;
        }
        return switch (field) {
            case METIN, ADRES -> cell;
            case NUMARA -> Cells.writtenOut(cell);
            default -> oneLine(cell);
        };
    }

    private static FieldError error(SourceField field, String message) {
        return new FieldError(field.apiName(), message);
    }

    /** Label of a field for error messages in files. */
    static String labelled(FieldError error) {
        return SourceField.labelOf(error.field()) + ": " + error.message();
    }
}
