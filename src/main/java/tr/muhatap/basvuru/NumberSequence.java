package tr.muhatap.basvuru;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Generates application numbers: a year, then that year's sequence. A number is allocated in a transaction of its own,
 * so that registrations do not wait for each other's commit; a failed registration leaves a gap, never a duplicate.
 */
@Component
class NumberSequence {

    private final JdbcClient jdbc;
    private final TransactionTemplate ownTransaction;

    NumberSequence(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** The next number of a year, e.g. {@code 2026-000123}. */
    String next(int year) {
        try {
            return take(year);
        } catch (DuplicateKeyException anotherBeganTheYear) {
            return take(year);
        }
    }

    private String take(int year) {
        Long sequence = ownTransaction.execute(transaction -> {
            int counted = jdbc.sql(
                            "update number_sequence set last_number = last_number + 1 where registration_year = :year")
                    .param("year", year)
                    .update();
            if (counted == 0) {
                jdbc.sql("insert into number_sequence (registration_year, last_number) values (:year, 1)")
                        .param("year", year)
                        .update();
            }
            return jdbc.sql("select last_number from number_sequence where registration_year = :year")
                    .param("year", year)
                    .query(Long.class)
                    .single();
        });
        return "%d-%06d".formatted(year, sequence);
    }
}
