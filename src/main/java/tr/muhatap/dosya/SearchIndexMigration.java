package tr.muhatap.dosya;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Objects;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tr.muhatap.text.SearchText;

/** Fills the search table from existing applications, then creates a full-text index if the database supports it. */
@Component
class SearchIndexMigration implements JavaMigration {

    private static final int BATCH = 1_000;

    private static final String UNSEARCHED =
            "select b.number, b.subject, b.text, b.answer_text, b.applicant_first_name, b.applicant_last_name, "
                    + "b.applicant_title, b.applicant_representative from basvuru b where b.number > ? "
                    + "order by b.number fetch first " + BATCH + " rows only";

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("296");
    }

    @Override
    public String getDescription() {
        return "words of applications";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        var connection = context.getConnection();
        try (var select = connection.prepareStatement(UNSEARCHED);
                var insert = connection.prepareStatement(
                        "insert into basvuru_arama (number, sozler, ad) values (?, ?, ?)")) {
            String last = "";
            while (last != null) {
                last = fill(select, insert, last);
            }
        }
        if (isPostgres(connection)) {
            try (var statement = connection.createStatement()) {
                statement.execute("create index basvuru_arama_words on basvuru_arama using gin "
                        + "(cast(sozler as tsvector), cast(ad as tsvector))");
            }
        }
    }

    static boolean isPostgres(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
    }

    /** Last number of a batch; null if there are no more. */
    private static @Nullable String fill(PreparedStatement select, PreparedStatement insert, String after)
            throws SQLException {
        String last = null;
        select.setString(1, after);
        try (var rows = select.executeQuery()) {
            while (rows.next()) {
                last = rows.getString("number");
                insert.setString(1, last);
                insert.setString(
                        2,
                        SearchText.of(
                                rows.getString("subject"),
                                rows.getString("text"),
                                Objects.requireNonNullElse(rows.getString("answer_text"), "")));
                insert.setString(
                        3,
                        SearchIndex.names(
                                rows.getString("applicant_first_name"),
                                rows.getString("applicant_last_name"),
                                rows.getString("applicant_title"),
                                rows.getString("applicant_representative")));
                insert.addBatch();
            }
        }
        if (last != null) {
            insert.executeBatch();
        }
        return last;
    }
}
