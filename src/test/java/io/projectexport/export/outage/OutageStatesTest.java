package io.projectexport.export.outage;

import static org.assertj.core.api.Assertions.assertThat;

import io.projectexport.export.outage.DatabaseOutage.Kind;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutageStatesTest {

    @ParameterizedTest
    @CsvSource({
        "08006, AWAY", // an I/O error, a time-out of the socket too
        "08001, AWAY", // no server of the address is the primary
        "57P01, AWAY", // terminated by an administrator
        "57P03, AWAY", // still starting
        "57014, AWAY", // a statement's time-out
        "53100, AWAY", // no space on its disk
        "25006, AWAY", // a primary that has become a standby
        "53300, BUSY"
    })
    void what_the_database_says_of_itself_is_an_outage_however_deep_it_is_wrapped(String state, Kind kind) {
        SQLException said = new SQLException("FATAL: no\n  Location: postgres.c", state);

        assertThat(DatabaseOutage.of(new IllegalStateException(new RuntimeException(said))))
                .contains(new DatabaseOutage(kind, "FATAL: no"));
    }

    @Test
    void pool_that_has_no_connection_is_an_outage() {
        assertThat(DatabaseOutage.of(new SQLTransientConnectionException("no connection")))
                .isPresent();
        assertThat(DatabaseOutage.of(new SQLException("Connection is closed"))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"22001", "23505", "40001", "42P01", "55P03"})
    void what_is_wrong_with_a_statement_or_collides_with_another_one_is_none(String state) {
        assertThat(DatabaseOutage.of(new RuntimeException(new SQLException("wrong", state))))
                .isEmpty();
    }
}
