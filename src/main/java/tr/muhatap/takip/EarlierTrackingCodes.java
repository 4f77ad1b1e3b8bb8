package tr.muhatap.takip;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Migrates random tracking codes of earlier versions at startup, before requests are served: stores keyed hashes and
 * removes the codes from texts that contain them. Safe to run on several nodes: each row is changed once.
 */
@Component
class EarlierTrackingCodes implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(EarlierTrackingCodes.class);
    private static final int BATCH = 1_000;

    private final TrackingCodes codes;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    EarlierTrackingCodes(TrackingCodes codes, JdbcTemplate jdbc, TransactionTemplate transaction) {
        this.codes = codes;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    private record Readable(String number, String code) {}

    @Override
    public void afterSingletonsInstantiated() {
        hashAll();
    }

    void hashAll() {
        int hashed = 0;
        for (var batch = next(); !batch.isEmpty(); batch = next()) {
            hash(batch);
            hashed += batch.size();
        }
        if (hashed > 0) {
            LOG.info("{} tracking codes are kept as hashes from now on", hashed);
        }
    }

    private List<Readable> next() {
        return jdbc.query(
                "select number, tracking_code from basvuru where tracking_code is not null order by number limit "
                        + BATCH,
                (row, index) -> new Readable(row.getString(1), row.getString(2)));
    }

    private void hash(List<Readable> batch) {
        var texts = new ArrayList<Object[]>();
        var rows = new ArrayList<Object[]>();
        for (var readable : batch) {
            texts.add(new Object[] {
                readable.code(), TrackingCodes.PLACEHOLDER, readable.number(), "%" + readable.code() + "%"
            });
            rows.add(new Object[] {codes.hashed(readable.number(), readable.code()), readable.number(), readable.code()
            });
        }
        transaction.executeWithoutResult(tx -> {
            jdbc.batchUpdate("update mesaj set body = replace(body, ?, ?) where number = ? and body like ?", texts);
            jdbc.batchUpdate(
                    "update yazi set content = replace(content, ?, ?) where number = ? and content like ?", texts);
            jdbc.batchUpdate(
                    "update basvuru set code_issue = 0, code_hash = ?, tracking_code = null "
                            + "where number = ? and tracking_code = ?",
                    rows);
        });
    }
}
