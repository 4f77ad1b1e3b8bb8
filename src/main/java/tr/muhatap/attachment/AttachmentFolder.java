package tr.muhatap.attachment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Empties the attachment directory together with its table, for the demonstration's reset. */
@Component
public class AttachmentFolder {

    private static final Logger LOG = LoggerFactory.getLogger(AttachmentFolder.class);

    private final JdbcClient jdbc;
    private final AttachmentSettings settings;

    AttachmentFolder(JdbcClient jdbc, AttachmentSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /** Deletes every file that the table lists now, after the transaction that removes its rows has committed. */
    public void emptyAfterCommit() {
        List<String> files = jdbc.sql("select file from ek where file is not null")
                .query(String.class)
                .list();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                files.forEach(AttachmentFolder.this::delete);
            }
        });
    }

    private void delete(String file) {
        try {
            Files.deleteIfExists(Path.of(settings.directory()).resolve(file));
        } catch (IOException e) {
            LOG.warn("A removed attachment's file {} could not be deleted", file, e);
        }
    }
}
