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
import tr.muhatap.text.Texts;

/** Columns of an exported list; names and telephone numbers are masked as on the page. */
public enum ExportColumn {
    NUMARA(Texts.of("liste.export-column.basvuru-numarasi"), Line::number),
    KONU(Texts.of("liste.export-column.konu"), Line::matterLabel),
    OZET(Texts.of("liste.export-column.baslik"), Line::subject),
    SAHIP(Texts.of("liste.export-column.basvuru-sahibi"), Line::applicant),
    TELEFON(Texts.of("liste.export-column.telefon"), Line::phone),
    KANAL(Texts.of("liste.export-column.basvuru-kanali"), Line::channelLabel),
    TUR(Texts.of("liste.export-column.tur"), Line::kindLabel),
    BIRIM(Texts.of("liste.export-column.birim"), Line::unitLabel),
    DURUM(Texts.of("liste.export-column.durum"), Line::statusLabel),
    SONUC(Texts.of("liste.export-column.sonuc"), Line::outcomeLabel),
    BASVURU_TARIHI(Texts.of("liste.export-column.basvuru-tarihi"), line -> day(line.receivedAt())),
    SON_CEVAP_TARIHI(Texts.of("liste.export-column.son-cevap-tarihi"), line -> Days.written(line.lastDay())),
    KAPANIS_TARIHI(
            Texts.of("liste.export-column.kapanis-tarihi"),
            line -> line.closedAt() == null ? null : day(line.closedAt())),
    SURE(
            Texts.of("liste.export-column.sure"),
            line -> line.late() ? Texts.of("liste.export-column.suresi-gecti") : null),
    ILETME(Texts.of("liste.export-column.ust-amire-iletme"), ExportColumn::escalation);

    private final String label;
    private final Function<Line, @Nullable String> value;

    ExportColumn(String label, Function<Line, @Nullable String> value) {
        this.label = label;
        this.value = value;
    }

    /** Heading of the column. */
    public String label() {
        return label;
    }

    /** Whether it contains applicant data. */
    public boolean isPersonal() {
        return this == SAHIP || this == TELEFON;
    }

    /** Value of a row; empty if missing. */
    public String of(Line line) {
        String text = value.apply(line);
        return text == null ? "" : text;
    }

    /** The chosen columns in order, all if none is chosen; personal ones only for users who may see applicants. */
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
            case 1 -> Texts.of("liste.export-column.ust-amire-iletildi");
            default -> Texts.of("liste.export-column.sube-mudurune-iletildi");
        };
    }
}
