package tr.muhatap.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.transaction.TransactionSystemException;

class DatabaseAwayTest {

    /** What was seen of a server that was killed, at one moment or another. */
    static Stream<Exception> lost() {
        var lost = new SQLException("An I/O error occurred", "08006");
        var afterwards =
                new TransactionSystemException("JDBC rollback failed", new SQLException("Connection is closed"));
        var aside = new TransactionSystemException("JDBC rollback failed");
        aside.initApplicationException(lost);
        return Stream.of(
                new IllegalStateException(lost),
                new SQLException("terminating connection due to administrator command", "57P01"),
                new SQLTransientConnectionException("Connection is not available"),
                aside,
                new IllegalStateException(afterwards));
    }

    @ParameterizedTest
    @MethodSource("lost")
    void aLostConnectionIsTheDatabaseBeingAway(Exception failure) {
        assertThat(DatabaseAway.causes(failure)).isTrue();
    }

    @Test
    void aBrokenRuleOrABugIsNot() {
        assertThat(DatabaseAway.causes(null)).isFalse();
        assertThat(DatabaseAway.causes(new IllegalStateException("bug"))).isFalse();
        assertThat(DatabaseAway.causes(new SQLException("duplicate key", "23505")))
                .isFalse();
        assertThat(DatabaseAway.causes(
                        new TransactionSystemException("JDBC commit failed", new SQLException("deferred", "23503"))))
                .isFalse();
    }
}
