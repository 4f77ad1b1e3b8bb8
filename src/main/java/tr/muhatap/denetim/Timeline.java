package tr.muhatap.denetim;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tr.muhatap.audit.AuditReader;
import tr.muhatap.basvuru.BasvuruEvent;
import tr.muhatap.basvuru.BasvuruEventType;
import tr.muhatap.basvuru.History;
import tr.muhatap.dosya.HistoryWords;
import tr.muhatap.engine.EngineHistory;
import tr.muhatap.text.Texts;

/** Merges history, process steps and accesses of one application into one list. */
@Component
class Timeline {

    private static final int MOST_LOOKS = 2_000;

    /** Kind of a line, by which the page filters. */
    enum Kind {
        ISLEM,
        SURE,
        BILDIRIM,
        EK,
        YAZI,
        SUREC,
        GORUNTULEME;

        /** Label shown to users. */
        public String label() {
            return Texts.of("denetim.tur." + name().toLowerCase(Locale.ROOT));
        }

        static Optional<Kind> at(@Nullable String name) {
            return Arrays.stream(values())
                    .filter(kind -> kind.name().equals(name))
                    .findFirst();
        }

        private static Kind of(BasvuruEventType type, BasvuruEvent event) {
            if (event instanceof BasvuruEvent.LimitMoved) {
                return SURE;
            }
            return switch (type) {
                case MESAJ_ILETILDI, MESAJ_ILETILEMEDI, ELLE_ILETILDI, ILETISIM_DUZELTILDI -> BILDIRIM;
                case EK_EKLENDI, EK_KALDIRILDI -> EK;
                case YAZI_SAYILANDI, TEBLIG_EDILDI -> YAZI;
                case SURESI_DOLDU, IKINCI_SURE_DOLDU, SURE_UZATILDI, UZATMA_ULASMADI, TATIL_SUREYI_DEGISTIRDI -> SURE;
                default -> ISLEM;
            };
        }
    }

    /**
     * A line.
     *
     * @param until end of a process step; null while it is open, and for all other kinds
     */
    record Line(
            Instant at,
            Kind kind,
            String what,
            @Nullable String detail,
            String who,
            @Nullable Instant until) {

        /** When a step ended, or that it has not ended yet; empty for everything else. */
        public String ending() {
            if (kind != Kind.SUREC) {
                return "";
            }
            return until == null ? Texts.of("denetim.suruyor") : AuditTables.time(until);
        }
    }

    private final History history;
    private final HistoryWords words;
    private final EngineHistory engine;
    private final AuditReader reader;

    Timeline(History history, HistoryWords words, EngineHistory engine, AuditReader reader) {
        this.history = history;
        this.words = words;
        this.engine = engine;
        this.reader = reader;
    }

    /** @param only null for all kinds */
    List<Line> of(String number, @Nullable Kind only) {
        var events = history.of(number).stream().map(this::line);
        var steps = engine.of(number).stream().map(Timeline::line);
        var newest = new AuditReader.Query(null, null, null, null, MOST_LOOKS + 1);
        var looks = looks(reader.looks(number, newest), MOST_LOOKS);
        return Stream.of(events, steps, looks)
                .flatMap(lines -> lines)
                .filter(line -> only == null || line.kind() == only)
                // Stable sort: simultaneous lines keep the order of their source
                .sorted(Comparator.comparing(Line::at))
                .toList();
    }

    /**
     * Accesses as lines; if there are more than can be shown, a line says so, on the page and in each file.
     *
     * @param found newest first
     */
    static Stream<Line> looks(List<AuditReader.Look> found, int most) {
        var shown = found.stream().limit(most).map(Timeline::line);
        if (found.size() <= most) {
            return shown;
        }
        var cut = new Line(
                found.get(most).at(),
                Kind.GORUNTULEME,
                Texts.of("denetim.goruntulemeler-kesildi", most),
                null,
                Texts.of("denetim.surec"),
                null);
        return Stream.concat(Stream.of(cut), shown);
    }

    private Line line(History.Entry entry) {
        var event = entry.event();
        var kind = event == null ? Kind.ISLEM : Kind.of(event.type(), event);
        return new Line(entry.at(), kind, words.label(entry), words.summary(entry), entry.who(), null);
    }

    private static Line line(EngineHistory.Step step) {
        String assignee = step.assignee();
        return new Line(
                step.since(),
                Kind.SUREC,
                step.name(),
                step.canceled() ? Texts.of("denetim.adim-kesildi") : null,
                assignee == null ? Texts.of("denetim.surec") : assignee,
                step.until());
    }

    private static Line line(AuditReader.Look look) {
        return new Line(
                look.at(), Kind.GORUNTULEME, Texts.of("denetim.goruntulendi", look.place()), null, look.actor(), null);
    }
}
