package tr.muhatap.attachment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Stores attachments: metadata in the database, contents in the database or in a directory, as configured. */
@Component
class AttachmentStore {

    private static final Logger LOG = LoggerFactory.getLogger(AttachmentStore.class);

    private final JdbcClient jdbc;
    private final AttachmentSettings settings;
    private final Clock clock;

    AttachmentStore(JdbcClient jdbc, AttachmentSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    List<Attachment> of(String number) {
        return jdbc.sql("select id, number, part, round, name, media_type, size, uploaded_by, uploaded_at from ek "
                        + "where number = :number order by id")
                .param("number", number)
                .query(AttachmentStore::attachment)
                .list();
    }

    boolean isKnown(String number, AttachmentPart part, int round, String sha256) {
        return jdbc.sql("select count(*) from ek where number = :number and part = :part and round = :round "
                                + "and sha256 = :sha256")
                        .param("number", number)
                        .param("part", part.name())
                        .param("round", round)
                        .param("sha256", sha256)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** @return the id of the new row */
    long add(
            String number,
            AttachmentPart part,
            int round,
            String name,
            String mediaType,
            String sha256,
            byte[] content,
            String by) {
        String file = settings.directory().isBlank() ? null : write(content);
        var id = new GeneratedKeyHolder();
        jdbc.sql("insert into ek (number, part, round, name, media_type, size, sha256, content, file, uploaded_by, "
                        + "uploaded_at) values (:number, :part, :round, :name, :mediaType, :size, :sha256, :content, "
                        + ":file, :by, :at)")
                .param("number", number)
                .param("part", part.name())
                .param("round", round)
                .param("name", name)
                .param("mediaType", mediaType)
                .param("size", (long) content.length)
                .param("sha256", sha256)
                .param("content", file == null ? content : null, java.sql.Types.BINARY)
                .param("file", file)
                .param("by", by)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update(id, "id");
        return Objects.requireNonNull(id.getKey()).longValue();
    }

    byte[] content(long id) {
        return jdbc.sql("select content, file from ek where id = :id")
                .param("id", id)
                .query((row, index) -> {
                    String file = row.getString("file");
                    return file == null ? row.getBytes("content") : read(file);
                })
                .single();
    }

    /** A file on disk is deleted only after the commit. */
    void remove(long id) {
        String file = jdbc.sql("select file from ek where id = :id")
                .param("id", id)
                .query((row, index) -> row.getString(1))
                .list()
                .get(0);
        jdbc.sql("delete from ek where id = :id").param("id", id).update();
        if (file != null) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    delete(file);
                }
            });
        }
    }

    private String write(byte[] content) {
        String file = UUID.randomUUID().toString();
        try {
            var folder = Files.createDirectories(Path.of(settings.directory()));
            // Atomic: complete or absent, whenever the program is stopped
            var half = Files.write(folder.resolve(file + ".yarim"), content);
            Files.move(half, folder.resolve(file), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    private byte[] read(String file) {
        try {
            return Files.readAllBytes(Path.of(settings.directory()).resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void delete(String file) {
        try {
            Files.deleteIfExists(Path.of(settings.directory()).resolve(file));
        } catch (IOException e) {
            LOG.warn("A removed attachment's file {} could not be deleted", file, e);
        }
    }

    private static Attachment attachment(ResultSet row, int index) throws SQLException {
        return new Attachment(
                row.getLong("id"),
                row.getString("number"),
                AttachmentPart.valueOf(row.getString("part")),
                row.getInt("round"),
                row.getString("name"),
                row.getString("media_type"),
                row.getLong("size"),
                row.getString("uploaded_by"),
                row.getObject("uploaded_at", OffsetDateTime.class).toInstant(),
                false);
    }
}
