package io.projectexport.persistence.pool;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import com.zaxxer.hikari.HikariDataSource;
import io.projectexport.export.outage.RequestProgress;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;

/** A connection that cannot be prepared goes back to where it came from. */
class BorrowedConnectionsTest {

    private final Connection connection = mock(Connection.class);

    private void refusesTimeouts() throws SQLException {
        willThrow(new SQLException("closed")).given(connection).setNetworkTimeout(any(), anyInt());
    }

    @Test
    void of_a_request_whose_statements_get_no_limit() throws SQLException {
        HikariDataSource pool = mock(HikariDataSource.class);
        given(pool.getConnection()).willReturn(connection);
        refusesTimeouts();
        PatientDataSource patient = new PatientDataSource(pool, OutageLog::new);

        RequestProgress.begin();
        try {
            assertThatThrownBy(patient::getConnection).hasMessage("closed");
        } finally {
            RequestProgress.end();
        }

        verify(connection).close();
    }

    @Test
    void of_work_while_nobody_can_note_that_the_database_answers() throws SQLException {
        HikariDataSource pool = mock(HikariDataSource.class);
        given(pool.getConnection()).willReturn(connection);
        PatientDataSource patient = new PatientDataSource(pool, () -> {
            throw new IllegalStateException("not there yet");
        });

        assertThatThrownBy(patient::getConnection).hasMessage("not there yet");

        verify(connection).close();
    }

    @Test
    void of_a_change_of_the_schema() throws SQLException {
        DataSource database = mock(DataSource.class);
        given(database.getConnection()).willReturn(connection);
        refusesTimeouts();
        FluentConfiguration flyway = Flyway.configure().dataSource(database);
        new UnhurriedMigrations().customize(flyway);

        assertThatThrownBy(() -> flyway.getDataSource().getConnection()).hasMessage("closed");

        verify(connection).close();
    }
}
