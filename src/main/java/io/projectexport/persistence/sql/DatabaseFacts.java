package io.projectexport.persistence.sql;

import io.projectexport.export.diagnostics.Fact;
import io.projectexport.export.diagnostics.Facts;
import java.sql.DatabaseMetaData;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Component;

/** Facts of the database: which one it is, and how far its clock is from this node's. */
@Component
class DatabaseFacts implements Facts {

    /** From which on people would wonder about the times that pages show. */
    private static final Duration APART = Duration.ofSeconds(10);

    private final DataSource database;
    private final DatabaseTime time;
    private final InstantSource clock;

    DatabaseFacts(DataSource database, DatabaseTime time, Clock clock) {
        this.database = database;
        this.time = time;
        this.clock = clock;
    }

    @Override
    public List<Fact> tell() {
        return List.of(Fact.of("Database", version()), clocks(Duration.between(clock.instant(), time.instant())));
    }

    private static Fact clocks(Duration ahead) {
        String value = "%s of this node's clock by %.1f s"
                .formatted(ahead.isNegative() ? "behind" : "ahead", ahead.abs().toMillis() / 1000.0);
        boolean isApart = ahead.abs().compareTo(APART) > 0;
        return new Fact(
                "The database's clock",
                value,
                isApart ? "Have both machines set their clocks by NTP: pages show times of both." : null);
    }

    private String version() {
        try {
            return JdbcUtils.extractDatabaseMetaData(database, DatabaseFacts::version);
        } catch (MetaDataAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String version(DatabaseMetaData data) throws java.sql.SQLException {
        return data.getDatabaseProductName() + " " + data.getDatabaseProductVersion();
    }
}
