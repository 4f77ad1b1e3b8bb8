package tr.muhatap.intake.aktarim;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How the door for lists stands, without anybody's data. */
@Component
public class ImportCounts {

    private static final String OPEN = "state in ('INCELENIYOR', 'SIRADA', 'SURUYOR')";

    private final JdbcClient jdbc;

    ImportCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Imports that are not at their end. */
    public long waiting() {
        return jdbc.sql("select count(*) from aktarim where " + OPEN)
                .query(Long.class)
                .single();
    }

    /** When the oldest of them was handed in; null where there is none. */
    public @Nullable Instant oldestWaiting() {
        return instant("select min(created_at) from aktarim where " + OPEN);
    }

    /** When the last list was handed in; null where none ever was. */
    public @Nullable Instant last() {
        return instant("select max(created_at) from aktarim");
    }

    /** Rows refused in imports handed in since then. */
    public long refused(Instant since) {
        return jdbc.sql("select count(*) from aktarim_satir s where s.outcome = 'RET' and s.aktarim in "
                        + "(select a.id from aktarim a where a.created_at > :since)")
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    private @Nullable Instant instant(String question) {
        return jdbc.sql(question)
                .query((row, index) -> toInstant(row.getObject(1, OffsetDateTime.class)))
                .list()
                .get(0);
    }

    private static @Nullable Instant toInstant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
