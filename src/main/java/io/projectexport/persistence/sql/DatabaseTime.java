package io.projectexport.persistence.sql;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The database's clock, by which the nodes tell what they share, because each of their own clocks may be wrong. H2 runs inside this
 * process and goes by its clock.
 */
@Component
public class DatabaseTime {

    /** More than the clocks of a database and its standby are apart; a stamp that is later than this was made before a clock was set back. */
    public static final Duration TOLERANCE = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final boolean isShared;

    public DatabaseTime(JdbcClient jdbc, DataSource database, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        isShared = PostgreSql.is(database);
    }

    /** The statement with the moment at which it runs, within a transaction too, in place of each {@code {now}}. */
    public String in(String sql) {
        return sql.replace("{now}", isShared ? "clock_timestamp()" : literal(clock.instant()));
    }

    public Instant instant() {
        return isShared
                ? jdbc.sql("select clock_timestamp()")
                        .query(OffsetDateTime.class)
                        .single()
                        .toInstant()
                : clock.instant();
    }

    private static String literal(Instant instant) {
        return "timestamp with time zone '%s'".formatted(SqlValues.timestamp(instant));
    }
}
