package tr.muhatap.audit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

/** Signs a new head every minute if the log has grown, and anchors the signed heads outside the database. */
@Component
class LogHeads {

    private static final Logger LOG = LoggerFactory.getLogger(LogHeads.class);

    /**
     * No head is signed while more events than this are waiting, as after an upgrade: they would look inserted later.
     */
    private static final int WAITING = 1_000;

    private static final int ANCHORED_AT_ONCE = 1_000;

    private final LogSequencer sequencer;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final SigningKey key;
    private final String directory;

    LogHeads(
            AuditSettings settings,
            LogSequencer sequencer,
            JdbcClient jdbc,
            TransactionOperations transactions,
            Clock clock,
            SigningKey key) {
        this.sequencer = sequencer;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
        this.key = key;
        this.directory = settings.anchorDirectory();
    }

    private record Last(long size, byte[] tops) {}

    /** Never throws, so that the schedule continues. */
    @Scheduled(initialDelayString = "${muhatap.audit.head:PT1M}", fixedDelayString = "${muhatap.audit.head:PT1M}")
    void sweep() {
        try {
            sequencer.sweep();
            if (sequencer.waiting() < WAITING) {
                transactions.executeWithoutResult(transaction -> sign());
            }
            anchor();
        } catch (DuplicateKeyException anotherNodeWasFaster) {
            // the same state as its head
        } catch (DataAccessException | TransactionException | IOException failed) {
            LOG.warn("The log's head waits to be signed or to be brought outside", failed);
        }
    }

    private void sign() {
        int log = jdbc.sql("select coalesce(max(defter), 0) from kayit_zinciri")
                .query(Integer.class)
                .single();
        var last = jdbc.sql("select boy, tepeler from zincir_basi where defter = :log order by boy desc "
                        + "fetch first 1 row only")
                .param("log", log)
                .query((row, index) -> new Last(row.getLong(1), row.getBytes(2)))
                .optional()
                .orElse(new Last(0, new byte[0]));
        var tree = new MerkleTree.Growing(last.size(), parts(last.tops()));
        try (var leaves = jdbc
                .sql("select yaprak from kayit_zinciri where defter = :log and sira >= :size order by sira")
                .param("log", log)
                .param("size", last.size())
                .query((row, index) -> row.getBytes(1))
                .stream()) {
            leaves.forEach(tree::add);
        }
        if (tree.size() > last.size()) {
            key.publish();
            keep(LogHead.signed(log, tree, clock.instant(), key.pair()), whole(tree.tops()));
        }
    }

    private void keep(LogHead head, byte[] tops) {
        jdbc.sql("insert into zincir_basi (defter, boy, kok, tepeler, zaman, anahtar, imza) "
                        + "values (:log, :size, :root, :tops, :at, :key, :signature)")
                .param("log", head.log())
                .param("size", head.size())
                .param("root", head.root())
                .param("tops", tops)
                .param("at", head.signedAt().atOffset(ZoneOffset.UTC))
                .param("key", head.keyId())
                .param("signature", head.signature())
                .update();
    }

    /** A head is stored in the database before it is anchored; a node that fails in between has it anchored again. */
    private void anchor() throws IOException {
        if (directory.isBlank()) {
            return;
        }
        var keys = LogReader.keys(jdbc);
        for (var head : LogReader.heads(
                jdbc,
                "where not exists (select 1 from zincir_capasi c where c.defter = b.defter and c.boy = b.boy) "
                        + "order by defter, boy fetch first " + ANCHORED_AT_ONCE + " rows only")) {
            var publicKey = keys.get(head.keyId());
            if (publicKey == null) {
                continue;
            }
            var folder = Files.createDirectories(Path.of(directory));
            var file = folder.resolve(head.fileName());
            // Never overwrite an anchored head
            if (!Files.exists(file)) {
                var written = Files.createTempFile(folder, "bas", ".part");
                Files.writeString(written, head.file(publicKey));
                Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
            }
            jdbc.sql("insert into zincir_capasi (defter, boy, zaman) values (:log, :size, :at)")
                    .param("log", head.log())
                    .param("size", head.size())
                    .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
        }
    }

    /** When the head was anchored; empty if it was not. */
    Optional<OffsetDateTime> anchoredAt(LogHead head) {
        return jdbc.sql("select zaman from zincir_capasi where defter = :log and boy = :size")
                .param("log", head.log())
                .param("size", head.size())
                .query((row, index) -> row.getObject(1, OffsetDateTime.class))
                .optional();
    }

    String directory() {
        return directory;
    }

    static List<byte[]> parts(byte[] tops) {
        var parts = new ArrayList<byte[]>();
        for (int at = 0; at < tops.length; at += MerkleTree.HASH_BYTES) {
            parts.add(Arrays.copyOfRange(tops, at, at + MerkleTree.HASH_BYTES));
        }
        return parts;
    }

    private static byte[] whole(List<byte[]> tops) {
        var whole = new ByteArrayOutputStream();
        tops.forEach(whole::writeBytes);
        return whole.toByteArray();
    }
}
