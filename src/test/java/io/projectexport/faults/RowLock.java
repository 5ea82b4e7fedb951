package io.projectexport.faults;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Keeps a node from writing one row, so that it stops at that write until it is killed. */
final class RowLock implements AutoCloseable {

    private static final String HAS_WRITER =
            "select exists (select from pg_stat_activity where ? = any (pg_blocking_pids(pid)))";

    private final JdbcClient database;
    private final Connection connection;
    private final int holder;

    private RowLock(DataSource database, String row, UUID exportId) {
        this.database = JdbcClient.create(database);
        try {
            connection = database.getConnection();
            connection.setAutoCommit(false);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        JdbcClient locking = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        locking.sql(row).param(exportId).query().singleRow();
        holder = locking.sql("select pg_backend_pid()").query(Integer.class).single();
    }

    /** Stops the node before it records what Xero answered. */
    static RowLock onAttempt(DataSource database, UUID exportId) {
        return new RowLock(database, "select id from export_attempt where export_id = ? for update", exportId);
    }

    /** Stops the node before it links the job. */
    static RowLock onExport(DataSource database, UUID exportId) {
        return new RowLock(database, "select id from project_export where id = ? for update", exportId);
    }

    /** Waits until the node has come to that write. */
    void awaitWriter() {
        Eventually.until(
                Duration.ofMinutes(1),
                () -> "a write",
                () -> database.sql(HAS_WRITER)
                        .param(holder)
                        .query(Boolean.class)
                        .single());
    }

    @Override
    public void close() {
        try (connection) {
            connection.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
