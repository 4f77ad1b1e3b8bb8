package tr.muhatap.audit;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Signed heads of the log before and after something happened, for papers that record it. */
@Component
public class HeadsInTime {

    /**
     * @param size how many entries it covers
     * @param root hex
     */
    public record Head(int log, long size, String root, Instant signedAt) {}

    private final JdbcClient jdbc;

    HeadsInTime(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The last head signed until then; empty before the first. */
    public Optional<Head> before(Instant moment) {
        return head("zaman <= :moment order by zaman desc, boy desc", moment);
    }

    /** The first head signed from then on; empty as long as none was. */
    public Optional<Head> after(Instant moment) {
        return head("zaman >= :moment order by zaman, boy", moment);
    }

    private Optional<Head> head(String which, Instant moment) {
        return jdbc.sql("select defter, boy, kok, zaman from zincir_basi where " + which + " fetch first 1 row only")
                .param("moment", moment.atOffset(ZoneOffset.UTC))
                .query((row, index) -> new Head(
                        row.getInt(1),
                        row.getLong(2),
                        HexFormat.of().formatHex(row.getBytes(3)),
                        row.getObject(4, java.time.OffsetDateTime.class).toInstant()))
                .optional();
    }
}
