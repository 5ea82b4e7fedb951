package io.projectexport.web.problem;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Tells whether the database was out of reach, rather than anything wrong with what was asked: its own words and the pool's are SQL's. */
public final class DatabaseOutage {

    /** SQL's classes of states: connection lost, out of resources, shut down by somebody. */
    private static final Set<String> STATES = Set.of("08", "53", "57");

    /** What the pool says of a connection that was lost within a transaction, when that is rolled back. */
    private static final String CLOSED = "Connection is closed";

    static final String MESSAGE = "The database cannot be reached at the moment. Try again in a few seconds.";
    public static final String SECONDS_TO_WAIT = "5";

    private DatabaseOutage() {}

    /** The database's own words, if it was. */
    static Optional<String> cause(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .filter(DatabaseOutage::isOutage)
                .map(sql -> String.valueOf(sql.getMessage()).lines().findFirst().orElse(""))
                .findFirst();
    }

    private static boolean isOutage(SQLException sql) {
        String state = String.valueOf(sql.getSQLState());
        // the pool's own failures may have no state
        return sql instanceof SQLTransientConnectionException
                || CLOSED.equals(sql.getMessage())
                || STATES.stream().anyMatch(state::startsWith);
    }
}
