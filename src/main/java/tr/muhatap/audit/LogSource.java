package tr.muhatap.audit;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tr.muhatap.text.Texts;

/** Where entries of the log come from. Each but the applications' events has one chain of its own. */
enum LogSource {
    OLAY("olay", "number", "action", "actor_name", "detail"),
    /** Looks at personal data. */
    BAKIS("kisisel_veri_goruntuleme", "number", words("Goruntulendi"), "cast(null as varchar(1))", "place"),
    /** Lists that were read: what was asked, and the numbers shown. */
    LISTE(
            "liste_goruntuleme",
            "place",
            words("ListeGoruntulendi"),
            "cast(null as varchar(1))",
            "cast(char_length(e.numaralar) as varchar(10)) || ':' || e.numaralar || e.sorgu"),
    /** Changes of what the office works by. */
    KURUM(
            "kurum_olayi",
            "coalesce(e.tablo || ':' || e.anahtar, '')",
            "action",
            "cast(null as varchar(1))",
            "coalesce(e.ozet, '-') || ' ' || e.detail");

    private static final Pattern LENGTH = Pattern.compile("(\\d{1,9}):");

    private final String table;
    private final String columns;

    LogSource(String table, String number, String action, String actorName, String detail) {
        this.table = table;
        this.columns = String.join(
                ", ",
                "e.id as id",
                column(number) + " as number",
                "e.at as at",
                "e.actor as actor",
                column(actorName) + " as actor_name",
                column(action) + " as action",
                column(detail) + " as detail");
    }

    private static String words(String constant) {
        return "'" + constant + "'";
    }

    private static String column(String name) {
        return name.matches("[a-z_]+") ? "e." + name : name;
    }

    /** As it stands in the log. */
    int code() {
        return ordinal();
    }

    static LogSource of(int code) {
        return Arrays.stream(values())
                .filter(source -> source.code() == code)
                .findFirst()
                .orElse(OLAY);
    }

    /** Label shown to users. */
    String label() {
        return Texts.of("audit.kaynak." + name().toLowerCase(Locale.ROOT));
    }

    /** Its rows, to be read as {@code e}. */
    String table() {
        return table;
    }

    /** The columns of an event, of rows that are read as {@code e}. */
    String columns() {
        return columns;
    }

    /** Which entries name the one before them. */
    String chain(String number) {
        return this == OLAY ? number : name().toLowerCase(Locale.ROOT);
    }

    /** Whether each of its entries has a salt of its own; else one salt is the chain's. */
    boolean saltsEach() {
        return this == LISTE || this == KURUM;
    }

    /**
     * Whether an event has lost its words; whether it did so rightly, its salt says. The program erases only what
     * concerns applicants: a look or a change of the office that lost its salt was tampered with.
     */
    boolean isErased(LogEntry.Event event) {
        return switch (this) {
            case OLAY -> event.actorName() == null && event.detail().equals("{}");
            case BAKIS, KURUM -> false;
            case LISTE -> keptEnd(event.detail()) == event.detail().length();
        };
    }

    /** The part of the words that outlives their erasure, and is hashed without a salt; null if there is none. */
    @Nullable
    String kept(LogEntry.Event event) {
        return this == LISTE ? event.detail().substring(0, keptEnd(event.detail())) : null;
    }

    /** End of a list's numbers, which their length precedes; 0 if the words have no such form. */
    private static int keptEnd(String detail) {
        var length = LENGTH.matcher(detail);
        int end = length.lookingAt() ? length.end() + Integer.parseInt(length.group(1)) : 0;
        return end <= detail.length() ? end : 0;
    }
}
