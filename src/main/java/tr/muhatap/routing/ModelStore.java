package tr.muhatap.routing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tr.muhatap.routing.ModelTrainer.Measured;

/** The one model of the office, and who is training the next: on all nodes the same. */
@Component
class ModelStore {

    /** Expires, since a node may fail while it trains. */
    private static final Duration LEASE = Duration.ofMinutes(30);

    /** A lease that ends later than this was not given by a node whose clock is merely ahead: a clock was set back. */
    private static final Duration UNBELIEVABLE = LEASE.multipliedBy(2);

    private final JdbcClient jdbc;

    ModelStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * How it stands.
     *
     * @param version changes with each model; 0 before the first
     * @param waiting whether a training was asked for or is running
     * @param examples decisions of the office that the model was trained on
     * @param measured on texts held back; null if there were too few
     */
    record Standing(
            long version,
            boolean waiting,
            @Nullable Instant trainedAt,
            @Nullable Instant failedAt,
            int examples,
            @Nullable Measured measured) {

        static final Standing NONE = new Standing(0, false, null, null, 0, null);
    }

    Standing standing(Instant now) {
        return jdbc.sql("select surum, requested_at, claimed_until, trained_at, failed_at, ornek, olculen, ilk_dogru, "
                        + "ucte_dogru from birim_onerisi_modeli where id = 1")
                .query((row, index) -> standing(row, now))
                .optional()
                .orElse(Standing.NONE);
    }

    private static Standing standing(ResultSet row, Instant now) throws SQLException {
        var claimed = instant(row, "claimed_until");
        int measured = row.getInt("olculen");
        return new Standing(
                row.getLong("surum"),
                instant(row, "requested_at") != null || (claimed != null && claimed.isAfter(now)),
                instant(row, "trained_at"),
                instant(row, "failed_at"),
                row.getInt("ornek"),
                measured == 0 ? null : new Measured(measured, row.getDouble("ilk_dogru"), row.getDouble("ucte_dogru")));
    }

    long version() {
        return jdbc.sql("select surum from birim_onerisi_modeli where id = 1")
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    Optional<byte[]> model(long version) {
        return jdbc.sql(
                        "select model from birim_onerisi_modeli where id = 1 and surum = :version and model is not null")
                .param("version", version)
                .query((row, index) -> row.getBytes(1))
                .optional();
    }

    /** Requests a training; a node that is currently training notices as well. */
    void request(Instant now) {
        begin();
        jdbc.sql("update birim_onerisi_modeli set requested_at = :now where id = 1")
                .param("now", utc(now))
                .update();
    }

    /**
     * Takes the training for this node where one was asked for, or where the last began before {@code since}; false if
     * another node has it. A lease far ahead is of a clock that was set back.
     *
     * @param since null: only where one was asked for
     */
    boolean claim(Instant now, @Nullable Instant since) {
        begin();
        return jdbc.sql("update birim_onerisi_modeli set claimed_until = :until, started_at = :now where id = 1 "
                                + "and (claimed_until is null or claimed_until < :now or claimed_until > :unbelievable) "
                                + "and (requested_at is not null"
                                + (since == null ? ")" : " or started_at is null or started_at < :since)"))
                        .param("until", utc(now.plus(LEASE)))
                        .param("unbelievable", utc(now.plus(UNBELIEVABLE)))
                        .param("now", utc(now))
                        .param("since", since == null ? utc(now) : utc(since))
                        .update()
                == 1;
    }

    /** Stores the new model; requests made after its start remain pending. */
    void keep(UnitModel model, int examples, @Nullable Measured measured, Instant started, Instant now) {
        jdbc.sql("update birim_onerisi_modeli set surum = surum + 1, model = :model, trained_at = :now, "
                        + "failed_at = null, ornek = :examples, olculen = :measured, ilk_dogru = :first, "
                        + "ucte_dogru = :three, claimed_until = null, requested_at = case when requested_at > :started "
                        + "then requested_at else null end where id = 1")
                .param("model", model.written())
                .param("now", utc(now))
                .param("examples", examples)
                .param("measured", measured == null ? 0 : measured.texts())
                .param("first", measured == null ? null : measured.first(), Types.DOUBLE)
                .param("three", measured == null ? null : measured.amongThree(), Types.DOUBLE)
                .param("started", utc(started))
                .update();
    }

    /** Keeps the previous model. */
    void failed(Instant now) {
        jdbc.sql("update birim_onerisi_modeli set failed_at = :now, claimed_until = null, requested_at = null "
                        + "where id = 1")
                .param("now", utc(now))
                .update();
    }

    private void begin() {
        jdbc.sql("insert into birim_onerisi_modeli (id, surum, ornek, olculen) select 1, 0, 0, 0 "
                        + "where not exists (select 1 from birim_onerisi_modeli where id = 1)")
                .update();
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
