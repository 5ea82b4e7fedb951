package io.projectexport.persistence.organisation;

import io.projectexport.export.connection.ConnectionBreak;
import io.projectexport.export.connection.ConnectionBreak.Phase;
import io.projectexport.export.connection.ConnectionBreaks;
import io.projectexport.export.ratelimit.RateLimits;
import io.projectexport.persistence.sql.DatabaseTime;
import io.projectexport.persistence.sql.SqlValues;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Adapter of the port {@link ConnectionBreaks}, in the table {@code connection_break}. */
@Repository
class JdbcConnectionBreaks implements ConnectionBreaks {

    private static final String INSERT = """
            insert into connection_break (organisation, phase, why, since, changed_at, looked_at, telling_at, told)
            values (:organisation, :phase, :why, :since, :changedAt, :lookedAt, :tellingAt, :told)
            """;

    private final JdbcClient jdbc;
    private final OrganisationLock lock;
    private final RateLimits limits;
    private final DatabaseTime time;

    JdbcConnectionBreaks(JdbcClient jdbc, OrganisationLock lock, RateLimits limits, DatabaseTime time) {
        this.jdbc = jdbc;
        this.lock = lock;
        this.limits = limits;
        this.time = time;
    }

    @Override
    public Instant now() {
        return time.instant();
    }

    @Override
    public Optional<ConnectionBreak> find() {
        return jdbc.sql("select * from connection_break where organisation = ?")
                .param(limits.organisation())
                .query(JdbcConnectionBreaks::row)
                .optional();
    }

    @Override
    public boolean wasKnown() {
        return lock.wasBroken();
    }

    @Override
    public Optional<ConnectionBreak> change(UnaryOperator<Optional<ConnectionBreak>> change) {
        Optional<ConnectionBreak> changed = lock.get(organisation -> {
            Optional<ConnectionBreak> before = find();
            Optional<ConnectionBreak> after = change.apply(before);
            if (!after.equals(before)) {
                jdbc.sql("delete from connection_break where organisation = ?")
                        .param(limits.organisation())
                        .update();
                after.ifPresent(this::insert);
            }
            return after;
        });
        lock.noteBroken(changed.isPresent());
        return changed;
    }

    private void insert(ConnectionBreak known) {
        jdbc.sql(INSERT)
                .param("organisation", limits.organisation())
                .param("phase", known.phase().name())
                .param("why", SqlValues.text(known.why()))
                .param("since", SqlValues.timestamp(known.since()))
                .param("changedAt", SqlValues.timestamp(known.changedAt()))
                .param("lookedAt", SqlValues.timestamp(known.lookedAt()))
                .param("tellingAt", SqlValues.timestamp(known.tellingAt()))
                .param("told", known.told())
                .update();
    }

    private static ConnectionBreak row(ResultSet row, int number) throws SQLException {
        return new ConnectionBreak(
                Phase.valueOf(row.getString("phase")),
                row.getString("why"),
                SqlValues.instant(row, "since"),
                SqlValues.instant(row, "changed_at"),
                SqlValues.instant(row, "looked_at"),
                SqlValues.instant(row, "telling_at"),
                row.getBoolean("told"));
    }
}
