package tr.muhatap.intake.aktarim;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tr.muhatap.door.Door;
import tr.muhatap.door.DoorKind;
import tr.muhatap.door.DoorState;

/** How the door for lists stands, without anybody's data. */
@Component
public class ImportCounts implements Door {

    private static final List<String> OPEN =
            ImportState.OPEN.stream().map(ImportState::name).toList();

    private final JdbcClient jdbc;

    ImportCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public DoorState state(Instant since) {
        return new DoorState(DoorKind.AKTARIM, last(), waiting(), oldestWaiting(), refused(since));
    }

    /** Imports that are not at their end. */
    public long waiting() {
        return jdbc.sql("select count(*) from aktarim where state in (:open)")
                .param("open", OPEN)
                .query(Long.class)
                .single();
    }

    /** When the oldest of them was handed in; null if there is none. */
    public @Nullable Instant oldestWaiting() {
        return instant(jdbc.sql("select min(created_at) from aktarim where state in (:open)")
                .param("open", OPEN));
    }

    /** When the last list was handed in; null if none ever was. */
    public @Nullable Instant last() {
        return instant(jdbc.sql("select max(created_at) from aktarim"));
    }

    /** Rows refused in imports handed in since then. */
    public long refused(Instant since) {
        return jdbc.sql("select count(*) from aktarim_satir s where s.outcome = 'RET' and s.aktarim in "
                        + "(select a.id from aktarim a where a.created_at > :since)")
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    private static @Nullable Instant instant(JdbcClient.StatementSpec question) {
        return question.query((row, index) -> toInstant(row.getObject(1, OffsetDateTime.class)))
                .list()
                .get(0);
    }

    private static @Nullable Instant toInstant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
