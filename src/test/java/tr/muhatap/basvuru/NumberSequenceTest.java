package tr.muhatap.basvuru;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class NumberSequenceTest {

    private final JdbcDataSource database = new JdbcDataSource();
    private DataSourceTransactionManager transactions;
    private NumberSequence numbers;

    @BeforeEach
    void anEmptyTable() {
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        var jdbc = JdbcClient.create(database);
        jdbc.sql("create table number_sequence (registration_year integer primary key, last_number bigint not null)")
                .update();
        transactions = new DataSourceTransactionManager(database);
        numbers = new NumberSequence(jdbc, transactions);
    }

    @Test
    void everyYearBeginsWithOne() {
        assertThat(numbers.next(2026)).isEqualTo("2026-000001");
        assertThat(numbers.next(2026)).isEqualTo("2026-000002");
        assertThat(numbers.next(2027)).isEqualTo("2027-000001");
        assertThat(numbers.next(2026)).isEqualTo("2026-000003");
    }

    @Test
    void aRegistrationThatFailsLeavesAGapAndNeverANumberTwice() {
        var registration = new TransactionTemplate(transactions);
        registration.executeWithoutResult(transaction -> {
            assertThat(numbers.next(2026)).isEqualTo("2026-000001");
            transaction.setRollbackOnly();
        });

        assertThat(numbers.next(2026)).isEqualTo("2026-000002");
    }

    @Test
    void manyAtTheSameMomentGetANumberEach() throws Exception {
        var given = new ConcurrentSkipListSet<String>();
        var pool = Executors.newFixedThreadPool(8);
        try {
            var takers = IntStream.range(0, 40)
                    .mapToObj(i -> (Callable<Boolean>) () -> given.add(numbers.next(2026)))
                    .toList();
            for (var taken : pool.invokeAll(takers)) {
                assertThat(taken.get()).isTrue();
            }
        } finally {
            pool.shutdown();
        }
        assertThat(given).hasSize(40);
        assertThat(given.last()).isEqualTo("2026-000040");
    }

    @Test
    void moreThanSixDigitsAreNotCutOff() {
        JdbcClient.create(database)
                .sql("insert into number_sequence values (2026, 999999)")
                .update();

        assertThat(numbers.next(2026)).isEqualTo("2026-1000000");
    }
}
