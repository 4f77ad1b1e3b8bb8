package tr.muhatap.denetim;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tr.muhatap.access.CurrentUser;
import tr.muhatap.audit.Verifications;
import tr.muhatap.dosya.SamplingFrame;
import tr.muhatap.problem.NotFoundException;
import tr.muhatap.text.Check;
import tr.muhatap.text.Days;
import tr.muhatap.text.PlainText;
import tr.muhatap.text.Texts;

/** Auditors' samples and their findings, in tables of their own: applications are not changed. */
@Component
class Samples {

    private static final int LONGEST_FINDING = 4_000;
    private static final int LONGEST_SEED = 40;
    private static final int LARGEST = 500;
    private static final int SHOWN = 200;

    /** What a sample is stratified by. */
    enum Strata {
        YOK,
        KANAL,
        BIRIM;

        public String label() {
            return Texts.of("denetim.katman." + name().toLowerCase(Locale.ROOT));
        }
    }

    /** Input of a new sample. */
    record Asked(
            @Nullable String tarih1,
            @Nullable String tarih2,
            @Nullable String buyukluk,
            @Nullable String katman,
            @Nullable String tohum) {}

    /**
     * @param population number of applications it was drawn from
     * @param size size of the log at that time, by its latest signed head; null before the first
     */
    record Sample(
            long id,
            OffsetDateTime at,
            String actor,
            String seed,
            Strata strata,
            int asked,
            LocalDate from,
            LocalDate until,
            long population,
            @Nullable Long size,
            @Nullable String root) {}

    /**
     * One application of a sample.
     *
     * @param actor last author of the finding; null if there is none, or in rows of earlier versions
     * @param version how often the finding was written
     */
    record Row(
            int ordinal,
            String number,
            String stratum,
            @Nullable String finding,
            @Nullable OffsetDateTime at,
            @Nullable String actor,
            int version) {

        /** Time and author of the finding's last version; empty before the first. */
        public String written() {
            if (at == null) {
                return "";
            }
            String time = AuditTables.time(at.toInstant());
            return actor == null ? time : time + " · " + actor;
        }
    }

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final SamplingFrame frame;
    private final Verifications verifications;
    private final CurrentUser currentUser;
    private final Clock clock;

    Samples(
            JdbcClient jdbc,
            JdbcTemplate batches,
            SamplingFrame frame,
            Verifications verifications,
            CurrentUser currentUser,
            Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.frame = frame;
        this.verifications = verifications;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    List<Sample> all() {
        return jdbc.sql("select * from denetim_orneklemi order by id desc limit :most")
                .param("most", SHOWN)
                .query(Samples::sample)
                .list();
    }

    Sample get(long id) {
        return jdbc.sql("select * from denetim_orneklemi where id = :id")
                .param("id", id)
                .query(Samples::sample)
                .optional()
                .orElseThrow(() -> new NotFoundException(Texts.of("denetim.orneklem-yok")));
    }

    List<Row> rows(long id) {
        return jdbc.sql("select sira, number, katman, bulgu, at, actor, surum from denetim_bulgusu "
                        + "where orneklem = :id order by sira")
                .param("id", id)
                .query((row, index) -> new Row(
                        row.getInt("sira"),
                        row.getString("number"),
                        row.getString("katman"),
                        row.getString("bulgu"),
                        row.getObject("at", OffsetDateTime.class),
                        row.getString("actor"),
                        row.getInt("surum")))
                .list();
    }

    /** @throws tr.muhatap.problem.InvalidInputException naming each faulty field */
    @Transactional
    long draw(Asked asked) {
        var check = new Check();
        var from = day(check, "tarih1", asked.tarih1());
        var until = day(check, "tarih2", asked.tarih2());
        check.require(from == null || until == null || !until.isBefore(from), "tarih2", Texts.of("denetim.bitis-once"));
        int size = size(asked.buyukluk());
        check.require(size > 0, "buyukluk", Texts.of("denetim.buyukluk", LARGEST));
        var strata = check.choice(Strata.class, "katman", asked.katman());
        String seed = check.line("tohum", asked.tohum(), LONGEST_SEED);
        check.done();
        var population = frame.registered(Check.given(from), Check.given(until));
        check.require(!population.isEmpty(), "tarih2", Texts.of("denetim.evren-bos"));
        check.require(
                population.size() <= SamplingFrame.MOST, "tarih2", Texts.of("denetim.evren-buyuk", SamplingFrame.MOST));
        check.done();
        var drawn = Draw.of(
                population.stream()
                        .map(one -> new Draw.Member(one.number(), stratum(Check.given(strata), one)))
                        .toList(),
                Check.given(seed),
                size);
        long id = keep(
                Check.given(from), Check.given(until), size, Check.given(strata), Check.given(seed), population.size());
        int ordinal = 0;
        var rows = new java.util.ArrayList<Object[]>();
        for (var member : drawn) {
            ordinal++;
            rows.add(new Object[] {id, ordinal, member.number(), member.stratum()});
        }
        batches.batchUpdate("insert into denetim_bulgusu (orneklem, sira, number, katman) values (?, ?, ?, ?)", rows);
        return id;
    }

    private long keep(LocalDate from, LocalDate until, int size, Strata strata, String seed, long population) {
        var head = verifications.head().orElse(null);
        var key = new GeneratedKeyHolder();
        jdbc.sql("insert into denetim_orneklemi (at, actor, tohum, katman, buyukluk, tarih1, tarih2, evren, boy, kok) "
                        + "values (:at, :actor, :seed, :strata, :size, :from, :until, :population, :head, :root)")
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("actor", currentUser.name())
                .param("seed", seed)
                .param("strata", strata.name())
                .param("size", size)
                .param("from", from)
                .param("until", until)
                .param("population", population)
                .param("head", head == null ? null : head.size())
                .param("root", head == null ? null : head.root())
                .update(key, "id");
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    /**
     * Saves a finding with optimistic locking.
     *
     * @param seen the version that the page showed
     * @return false if another user saved one since; nothing is changed then
     * @throws tr.muhatap.problem.InvalidInputException naming the field
     */
    boolean note(long id, int ordinal, @Nullable String finding, int seen) {
        var check = new Check();
        String words = check.optionalText("bulgu", finding, LONGEST_FINDING);
        check.done();
        int changed = jdbc.sql("update denetim_bulgusu "
                        + "set bulgu = :finding, at = :at, actor = :actor, surum = surum + 1 "
                        + "where orneklem = :id and sira = :ordinal and surum = :seen")
                .param("finding", words)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("actor", currentUser.name())
                .param("id", id)
                .param("ordinal", ordinal)
                .param("seen", seen)
                .update();
        if (changed > 0) {
            return true;
        }
        var now = rows(id).stream()
                .filter(row -> row.ordinal() == ordinal)
                .findFirst()
                .orElseThrow(() -> new NotFoundException(Texts.of("denetim.orneklem-yok")));
        // The same finding is stored already, e.g. after a double click
        return Objects.equals(now.finding(), words);
    }

    private static String stratum(Strata strata, SamplingFrame.One one) {
        return switch (strata) {
            case YOK -> Strata.YOK.label();
            case KANAL -> one.channelLabel();
            case BIRIM -> Objects.requireNonNullElse(one.unitLabel(), Texts.of("denetim.birimsiz"));
        };
    }

    private static int size(@Nullable String typed) {
        String given = typed == null ? "" : typed.strip();
        return given.matches("[0-9]{1,3}") && Integer.parseInt(given) <= LARGEST ? Integer.parseInt(given) : 0;
    }

    private static @Nullable LocalDate day(Check check, String field, @Nullable String typed) {
        var day = Days.parse(typed == null ? "" : PlainText.stripped(typed)).orElse(null);
        check.require(day != null, field, Texts.of("denetim.tarih-yok", Days.EXAMPLE));
        return day;
    }

    private static Sample sample(ResultSet row, int index) throws SQLException {
        long size = row.getLong("boy");
        Long covered = row.wasNull() ? null : size;
        return new Sample(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class),
                row.getString("actor"),
                row.getString("tohum"),
                Strata.valueOf(row.getString("katman")),
                row.getInt("buyukluk"),
                row.getObject("tarih1", LocalDate.class),
                row.getObject("tarih2", LocalDate.class),
                row.getLong("evren"),
                covered,
                row.getString("kok"));
    }
}
