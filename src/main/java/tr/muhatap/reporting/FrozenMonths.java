package tr.muhatap.reporting;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;
import tr.muhatap.reporting.OpenData.Dimension;

/**
 * Counts of the months that were published. A month is frozen when it is published first: else whoever keeps two downloads
 * sees a late registration as their difference, whatever is withheld.
 */
@Repository
class FrozenMonths {

    private static final String WHOLE = "AY";

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    FrozenMonths(JdbcClient jdbc, PlatformTransactionManager transactionManager) {
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactionManager);
    }

    /** @param count null: withheld */
    record Count(
            Dimension dimension,
            String code,
            String name,
            @Nullable Long count) {}

    /** @param total null: nothing of the month is published */
    record Frozen(@Nullable Long total, List<Count> counts) {

        Frozen {
            counts = List.copyOf(counts);
        }
    }

    private record Stored(
            String dimension,
            String code,
            String name,
            @Nullable Long count) {}

    Optional<Frozen> find(YearMonth month) {
        var rows = jdbc.sql("select boyut, kod, ad, sayi from acik_veri_ay where ay = :month order by boyut, ad, kod")
                .param("month", month.toString())
                .query((row, index) -> new Stored(
                        row.getString("boyut"),
                        row.getString("kod"),
                        row.getString("ad"),
                        row.getObject("sayi", Long.class)))
                .list();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        var counts = new ArrayList<Count>();
        Long total = null;
        for (var row : rows) {
            if (row.dimension().equals(WHOLE)) {
                total = row.count();
            } else {
                counts.add(new Count(Dimension.valueOf(row.dimension()), row.code(), row.name(), row.count()));
            }
        }
        return Optional.of(new Frozen(total, counts));
    }

    /** Of two nodes at once the faster one's counts stay. */
    Frozen freeze(YearMonth month, Frozen counted) {
        try {
            transactions.executeWithoutResult(status -> {
                insert(month, WHOLE, "", "", counted.total());
                counted.counts()
                        .forEach(row -> insert(month, row.dimension().name(), row.code(), row.name(), row.count()));
            });
        } catch (DuplicateKeyException anotherNode) {
            return find(month).orElseThrow();
        }
        return counted;
    }

    private void insert(YearMonth month, String dimension, String code, String name, @Nullable Long count) {
        jdbc.sql(
                        "insert into acik_veri_ay (ay, boyut, kod, ad, sayi) values (:month, :dimension, :code, :name, :count)")
                .param("month", month.toString())
                .param("dimension", dimension)
                .param("code", code)
                .param("name", name)
                .param("count", count, java.sql.Types.BIGINT)
                .update();
    }
}
