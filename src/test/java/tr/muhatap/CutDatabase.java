package tr.muhatap;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * A data source that simulates a crash at the n-th step: before a statement, before a commit, or after a commit that
 * the program does not learn of. From then on everything fails. A test that increases n until {@link #wasCut} is false
 * has covered every point.
 */
public final class CutDatabase extends DelegatingDataSource {

    private final int last;
    private int steps;

    /** @param last the step at which everything fails, from 1 */
    public CutDatabase(DataSource database, int last) {
        super(database);
        this.last = last;
    }

    public boolean wasCut() {
        return steps >= last;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return watched(Connection.class, super.getConnection());
    }

    private void step() throws SQLException {
        steps++;
        if (wasCut()) {
            throw new SQLException("cut at step " + last, "08006");
        }
    }

    private <T> T watched(Class<T> type, T real) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            boolean commit = method.getName().equals("commit");
            if (commit || method.getName().startsWith("execute")) {
                step();
            }
            var answer = invoke(real, method, arguments);
            if (commit) {
                step();
            }
            if (answer instanceof PreparedStatement statement) {
                return watched(PreparedStatement.class, statement);
            }
            return answer instanceof Statement statement ? watched(Statement.class, statement) : answer;
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object invoke(Object real, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }
}
