package io.projectexport.persistence.organisation;

import io.projectexport.export.ratelimit.CallQueue;
import io.projectexport.export.ratelimit.RateLimits;
import io.projectexport.persistence.sql.DatabaseTime;
import io.projectexport.persistence.sql.FirstWriteWins;
import io.projectexport.persistence.sql.SqlValues;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Places in {@code xero_place}, as {@link CallTokenBucket} spaces them. A place or a pause that the database's clock did not stamp, or stamped
 * before it was set back, does not count.
 */
@Repository
class JdbcCallQueue implements CallQueue {

    /** How late a place may be used; later, as after all nodes were down, too many places would be used at once. */
    private static final Duration HELD = Duration.ofMinutes(1);

    private static final String IS_HELD = """
            given_at is not null and given_at <= {now} + interval '%d' second and place_at >= {now} - interval '%d' second
            """.formatted(DatabaseTime.TOLERANCE.toSeconds(), HELD.toSeconds());
    private static final String FIND =
            "select place_at as until, {now} as at from xero_place where export_id = :exportId and " + IS_HELD;
    private static final String UPDATE = """
            update xero_place set place_at = {now} + cast(:wait as double precision) * interval '1' second, given_at = {now}
            where export_id = :exportId and not (%s)
            """.formatted(IS_HELD);
    private static final String INSERT = """
            insert into xero_place (export_id, organisation, place_at, given_at)
            values (:exportId, :organisation, {now} + cast(:wait as double precision) * interval '1' second, {now})
            """;
    private static final String MOVE = """
            update xero_place set place_at = place_at + cast(:seconds as double precision) * interval '1' second
            where organisation = :organisation and place_at >= {now} - cast(:late as double precision) * interval '1' second
            """;
    private static final String POSTPONE = """
            update xero_place set place_at = {now} + cast(:wait as double precision) * interval '1' second
            where export_id = :exportId and place_at < {now} + cast(:wait as double precision) * interval '1' second
            """;
    private static final String PAUSE = """
            update xero_organisation
            set paused_until = {now} + cast(:left as double precision) * interval '1' second, paused_for = :why, paused_at = {now}
            where id = :organisation
            """;
    private static final String CURRENT_PAUSE = """
            select paused_until as until, {now} as at, paused_for from xero_organisation
            where id = :organisation and paused_until > {now} and paused_at <= {now} + interval '%d' second
            """.formatted(DatabaseTime.TOLERANCE.toSeconds());

    private final JdbcClient jdbc;
    private final OrganisationLock lock;
    private final FirstWriteWins firstWriteWins;
    private final CallTokenBucket bucket;
    private final RateLimits limits;
    private final DatabaseTime time;

    JdbcCallQueue(
            JdbcClient jdbc,
            OrganisationLock lock,
            FirstWriteWins firstWriteWins,
            DataSource database,
            RateLimits limits,
            DatabaseTime time) {
        this.jdbc = jdbc;
        this.lock = lock;
        this.firstWriteWins = firstWriteWins;
        this.bucket = CallTokenBucket.of(limits, database, time);
        this.limits = limits;
        this.time = time;
    }

    @Override
    public Duration join(UUID exportId) {
        return find(exportId).orElseGet(() -> reserve(exportId));
    }

    private Optional<Duration> find(UUID exportId) {
        return jdbc.sql(time.in(FIND))
                .param("exportId", exportId)
                .query((row, number) -> left(row))
                .optional();
    }

    private static Duration left(ResultSet row) throws SQLException {
        return Duration.between(SqlValues.instant(row, "at"), SqlValues.instant(row, "until"));
    }

    private Duration reserve(UUID exportId) {
        Duration wait = bucket.take(1);
        if (!firstWriteWins.update(() -> write(UPDATE, exportId, wait))) {
            firstWriteWins.insert(() -> jdbc.sql(time.in(INSERT))
                    .param("exportId", exportId)
                    .param("organisation", limits.organisation())
                    .param("wait", SqlValues.seconds(wait))
                    .update());
        }
        return find(exportId).orElse(wait);
    }

    @Override
    public void postpone(UUID exportId, Duration wait) {
        firstWriteWins.update(() -> write(POSTPONE, exportId, wait));
    }

    private int write(String statement, UUID exportId, Duration wait) {
        return jdbc.sql(time.in(statement))
                .param("exportId", exportId)
                .param("wait", SqlValues.seconds(wait))
                .update();
    }

    @Override
    public void leave(UUID exportId) {
        firstWriteWins.update(() -> jdbc.sql("delete from xero_place where export_id = ?")
                .param(exportId)
                .update());
    }

    @Override
    public void pause(Pause pause) {
        Duration longer = lock.get(() -> {
            Duration more = pause.left().minus(currentPause().map(Pause::left).orElse(Duration.ZERO));
            if (more.isNegative() || more.isZero()) {
                return Duration.ZERO;
            }
            jdbc.sql(time.in(PAUSE))
                    .param("left", SqlValues.seconds(pause.left()))
                    .param("why", SqlValues.text(pause.why()))
                    .param("organisation", limits.organisation())
                    .update();
            move(HELD, more);
            return more;
        });
        // those who come later do not overtake those who were moved
        bucket.skip(longer);
    }

    @Override
    public Optional<Pause> currentPause() {
        return jdbc.sql(time.in(CURRENT_PAUSE))
                .param("organisation", limits.organisation())
                .query((row, number) -> new Pause(left(row), row.getString("paused_for")))
                .optional();
    }

    @Override
    public void payExtraCall() {
        bucket.take(1);
        lock.run(() -> move(Duration.ZERO, bucket.interval()));
    }

    /** Those, too, whose turn came at most that long ago. */
    private void move(Duration late, Duration by) {
        jdbc.sql(time.in(MOVE))
                .param("seconds", SqlValues.seconds(by))
                .param("organisation", limits.organisation())
                .param("late", SqlValues.seconds(late))
                .update();
    }
}
