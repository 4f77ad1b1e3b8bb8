package tr.muhatap.engine.tuning;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.ibatis.executor.BatchExecutor;
import org.apache.ibatis.executor.BatchResult;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.plugin.Interceptor;
import org.apache.ibatis.plugin.Invocation;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.ResultHandler;
import org.apache.ibatis.session.RowBounds;
import org.apache.ibatis.transaction.Transaction;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.db.sql.DbSqlSessionFactory;
import org.jspecify.annotations.Nullable;

/**
 * Flushes all changes of a command to PostgreSQL in one round trip instead of one per table: the same statements,
 * values and order, sent together as one multi-statement. Other databases are unaffected. If a statement fails, all are
 * rolled back to a savepoint and executed one by one, so that the engine gets the exact failure.
 *
 * <p>Replaces MyBatis' {@code BatchExecutor} under {@code DbSqlSession#flushOperations} of Camunda 7.24.0; {@code
 * OfficeOnPostgresIT} and {@code RoundTripsIT} notice when it changes.
 */
final class BatchedFlush implements Interceptor {

    private final Configuration mappings;

    private BatchedFlush(Configuration mappings) {
        this.mappings = mappings;
    }

    /** Called once, after the engine has parsed its mappings. */
    static void configure(ProcessEngineConfigurationImpl engine) {
        if (DbSqlSessionFactory.POSTGRES.equals(engine.getDatabaseType()) && engine.isJdbcBatchProcessing()) {
            var mappings = engine.getSqlSessionFactory().getConfiguration();
            // Without MyBatis' second-level cache the argument is the executor itself
            mappings.setCacheEnabled(false);
            mappings.addInterceptor(new BatchedFlush(mappings));
        }
    }

    @Override
    public Object plugin(Object target) {
        return target instanceof BatchExecutor executor
                ? new BatchedFlushExecutor(mappings, executor.getTransaction())
                : target;
    }

    @Override
    public Object intercept(Invocation invocation) {
        throw new UnsupportedOperationException();
    }

    private static final class BatchedFlushExecutor extends BatchExecutor {

        /** The driver expects results to be read now and then; this many fit into its buffer. */
        private static final int MOST = 100;

        private static final String SAVEPOINT = "savepoint flush";

        private final List<Staged> staged = new ArrayList<>();

        private record Staged(
                MappedStatement mapping, @Nullable Object parameter, String sql, List<Value> values) {}

        /** A call that binds a value; its first argument is the parameter's index within the statement. */
        private record Value(Method setter, Object[] arguments) {}

        BatchedFlushExecutor(Configuration mappings, Transaction transaction) {
            super(mappings, transaction);
        }

        @Override
        public int doUpdate(MappedStatement mapping, @Nullable Object parameter) throws SQLException {
            var handler = configuration.newStatementHandler(this, mapping, parameter, RowBounds.DEFAULT, null, null);
            var values = new ArrayList<Value>();
            handler.parameterize(recordingStatement(values));
            staged.add(new Staged(mapping, parameter, handler.getBoundSql().getSql(), values));
            return BATCH_UPDATE_RETURN_VALUE;
        }

        @Override
        public <T> List<T> doQuery(
                MappedStatement mapping,
                @Nullable Object parameter,
                RowBounds rows,
                @Nullable ResultHandler results,
                BoundSql query)
                throws SQLException {
            boolean isTaskList = mapping.getId().endsWith(".selectTaskByQueryCriteria")
                    || mapping.getId().endsWith(".selectTaskCountByQueryCriteria");
            return super.doQuery(
                    mapping,
                    parameter,
                    rows,
                    results,
                    isTaskList ? TaskListQueryRewriter.rewritten(configuration, query) : query);
        }

        @Override
        public List<BatchResult> doFlushStatements(boolean isRollback) throws SQLException {
            var all = List.copyOf(staged);
            staged.clear();
            if (isRollback) {
                return List.of();
            }
            var results = new ArrayList<BatchResult>();
            for (int from = 0; from < all.size(); from += MOST) {
                var some = all.subList(from, Math.min(from + MOST, all.size()));
                results.addAll(some.size() == 1 ? oneByOne(some) : together(some));
            }
            return results;
        }

        private List<BatchResult> together(List<Staged> some) throws SQLException {
            String sql = some.stream()
                    .map(Staged::sql)
                    .collect(Collectors.joining(";\n", SAVEPOINT + ";\n", ";\nrelease " + SAVEPOINT));
            var results = new ArrayList<BatchResult>();
            try (var statement = getTransaction().getConnection().prepareStatement(sql)) {
                bind(statement, some);
                statement.execute();
                for (var one : some) {
                    statement.getMoreResults();
                    var result = new BatchResult(one.mapping(), one.sql(), one.parameter());
                    result.setUpdateCounts(new int[] {statement.getUpdateCount()});
                    results.add(result);
                }
                return results;
            } catch (SQLException failure) {
                return again(some, failure);
            }
        }

        private List<BatchResult> again(List<Staged> some, SQLException failure) throws SQLException {
            try (var statement = getTransaction().getConnection().createStatement()) {
                statement.execute("rollback to " + SAVEPOINT);
            } catch (SQLException connectionIsLost) {
                failure.addSuppressed(connectionIsLost);
                throw failure;
            }
            return oneByOne(some);
        }

        private List<BatchResult> oneByOne(List<Staged> some) throws SQLException {
            for (var one : some) {
                super.doUpdate(one.mapping(), one.parameter());
            }
            return super.doFlushStatements(false);
        }

        private static void bind(PreparedStatement statement, List<Staged> some) throws SQLException {
            int before = 0;
            for (var one : some) {
                int last = 0;
                for (var value : one.values()) {
                    var arguments = value.arguments().clone();
                    last = Math.max(last, (int) arguments[0]);
                    arguments[0] = before + (int) arguments[0];
                    try {
                        value.setter().invoke(statement, arguments);
                    } catch (ReflectiveOperationException e) {
                        throw new SQLException("A value cannot be bound", e);
                    }
                }
                before += last;
            }
        }

        /** Records the bound values. */
        private static PreparedStatement recordingStatement(List<Value> values) {
            return (PreparedStatement) Proxy.newProxyInstance(
                    PreparedStatement.class.getClassLoader(),
                    new Class<?>[] {PreparedStatement.class},
                    (proxy, method, arguments) -> {
                        values.add(new Value(method, arguments));
                        return null;
                    });
        }
    }
}
