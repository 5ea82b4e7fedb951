package io.projectexport.export.outage;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An outage of the database, rather than anything wrong with what was asked: its own words and the pool's are SQL's.
 *
 * @param kind what the matter is
 * @param cause in one line, for operators
 */
public record DatabaseOutage(Kind kind, String cause) {

    /** What the matter is. */
    public enum Kind {
        /** It does not answer, was shut down, or is no longer the primary. */
        AWAY("The database cannot be reached at the moment", "The database answers again"),
        /** It is asked for more than it can answer soon. */
        BUSY("There is more to do at the moment than can be done", "Everything can be done in time again");

        private final String sentence;
        private final String over;

        Kind(String sentence, String over) {
            this.sentence = sentence;
            this.over = over;
        }

        /** What operators are told once it is over. */
        public String over() {
            return over;
        }

        /** A beginning of a sentence, for people and operators. */
        public String sentence() {
            return sentence;
        }
    }

    public static final String SECONDS_TO_WAIT = "5";

    /** SQL's state of all connections in use. */
    public static final String TOO_MANY_CONNECTIONS = "53300";

    /**
     * SQL's classes of states: connection lost, out of resources, ended by an operator or a time-out; and a write at a server that has become a
     * standby.
     */
    private static final Set<String> STATES = Set.of("08", "53", "57", "25006");

    /** What the pool says of a connection that was lost within a transaction, when that is rolled back. */
    private static final String CLOSED = "Connection is closed";

    /** The outage that a failure comes from; empty where it has another cause. */
    public static Optional<DatabaseOutage> of(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .filter(DatabaseOutage::isOutage)
                // the innermost tells most, and names no statement
                .reduce((outer, inner) -> inner)
                .map(sql -> new DatabaseOutage(kind(sql), firstLine(sql)));
    }

    private static boolean isOutage(SQLException sql) {
        String state = String.valueOf(sql.getSQLState());
        // the pool's own failures may have no state
        return sql instanceof SQLTransientConnectionException
                || CLOSED.equals(sql.getMessage())
                || STATES.stream().anyMatch(state::startsWith);
    }

    private static Kind kind(SQLException sql) {
        return TOO_MANY_CONNECTIONS.equals(sql.getSQLState()) ? Kind.BUSY : Kind.AWAY;
    }

    private static String firstLine(SQLException sql) {
        return String.valueOf(sql.getMessage()).lines().findFirst().orElse("");
    }
}
