package tr.muhatap.liste;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tr.muhatap.calendar.OfficeClock;
import tr.muhatap.dosya.ApplicationList.Line;
import tr.muhatap.text.Days;

/** What of a list is taken along in a file; names and telephone numbers are masked as on the page. */
public enum ExportColumn {
    NUMARA("Başvuru numarası", Line::number),
    KONU("Konu", Line::matterLabel),
    OZET("Başlık", Line::subject),
    SAHIP("Başvuru sahibi", Line::applicant),
    TELEFON("Telefon", Line::phone),
    KANAL("Başvuru kanalı", Line::channelLabel),
    TUR("Tür", Line::kindLabel),
    BIRIM("Birim", Line::unitLabel),
    DURUM("Durum", Line::statusLabel),
    SONUC("Sonuç", Line::outcomeLabel),
    BASVURU_TARIHI("Başvuru tarihi", line -> day(line.receivedAt())),
    SON_CEVAP_TARIHI("Son cevap tarihi", line -> Days.written(line.lastDay())),
    KAPANIS_TARIHI("Kapanış tarihi", line -> line.closedAt() == null ? null : day(line.closedAt())),
    SURE("Süre", line -> line.late() ? "süresi geçti" : null),
    ILETME("Üst amire iletme", ExportColumn::escalation);

    private final String label;
    private final Function<Line, @Nullable String> value;

    ExportColumn(String label, Function<Line, @Nullable String> value) {
        this.label = label;
        this.value = value;
    }

    /** The head of the column. */
    public String label() {
        return label;
    }

    /** Whether it shows an applicant. */
    public boolean isPersonal() {
        return this == SAHIP || this == TELEFON;
    }

    /** Empty where there is nothing to say. */
    public String of(Line line) {
        String text = value.apply(line);
        return text == null ? "" : text;
    }

    /** The chosen ones in their order, all where none is; personal ones for whoever sees applicants. */
    public static List<ExportColumn> chosen(@Nullable Collection<String> names, boolean personal) {
        var open = Arrays.stream(values())
                .filter(column -> personal || !column.isPersonal())
                .toList();
        var chosen = open.stream()
                .filter(column -> names != null && names.contains(column.name()))
                .toList();
        return chosen.isEmpty() ? open : chosen;
    }

    private static String day(java.time.Instant at) {
        return Days.written(LocalDate.ofInstant(at, OfficeClock.ISTANBUL));
    }

    private static @Nullable String escalation(Line line) {
        return switch (line.escalationLevel()) {
            case 0 -> null;
            case 1 -> "üst amire iletildi";
            default -> "Şube Müdürüne iletildi";
        };
    }
}
