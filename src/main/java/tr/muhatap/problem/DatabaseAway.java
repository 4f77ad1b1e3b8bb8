package tr.muhatap.problem;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionSystemException;

/** Recognises exceptions caused by an unavailable database. */
public final class DatabaseAway {

    /** SQLSTATE class 08: connection exception. */
    private static final String CONNECTION = "08";

    /** SQLSTATE class 57: operator intervention, such as a shutdown. */
    private static final String INTERVENTION = "57P";

    private DatabaseAway() {}

    public static boolean causes(@Nullable Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(DatabaseAway::isConnectionLoss);
    }

    private static boolean isConnectionLoss(Throwable cause) {
        if (cause instanceof SQLTransientConnectionException || cause instanceof SQLNonTransientConnectionException) {
            return true;
        }
        String state = cause instanceof SQLException sql ? sql.getSQLState() : null;
        // After a lost connection the rollback fails as well; the original exception is suppressed or lost
        if (cause instanceof TransactionSystemException rollback
                && (causes(rollback.getApplicationException()) || isClosedByPool(rollback.getCause()))) {
            return true;
        }
        return state != null && (state.startsWith(CONNECTION) || state.startsWith(INTERVENTION));
    }

    /** The pool closes broken connections, and its exception has no SQLSTATE. */
    private static boolean isClosedByPool(@Nullable Throwable cause) {
        return cause instanceof SQLException closed && closed.getSQLState() == null;
    }
}
