package io.projectexport.persistence.organisation;

import static io.projectexport.persistence.sql.SqlValues.timestamp;

import io.projectexport.export.ratelimit.CallQueue;
import io.projectexport.export.ratelimit.RateLimits;
import io.projectexport.persistence.sql.FirstWriteWins;
import io.projectexport.persistence.sql.SqlValues;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Adapter of the port {@link CallQueue}, in the table {@code xero_place}; {@link CallTokenBucket} sets the pace. */
@Repository
class JdbcCallQueue implements CallQueue {

    /** How late a place may be used; later, as after all nodes were down, too many places would be used at once. */
    private static final Duration HELD = Duration.ofMinutes(1);

    private static final String INSERT =
            "insert into xero_place (export_id, organisation, place_at) values (:exportId, :organisation, :placeAt)";
    private static final String UPDATE = "update xero_place set place_at = :placeAt where export_id = :exportId";
    private static final String MOVE = """
            update xero_place set place_at = place_at + cast(:seconds as double precision) * interval '1' second
            where organisation = :organisation and place_at >= :since
            """;

    private static final String POSTPONE =
            "update xero_place set place_at = :until where export_id = :exportId and place_at < :until";
    private static final String PAUSE =
            "update xero_organisation set paused_until = :until, paused_for = :why where id = :organisation";

    private final JdbcClient jdbc;
    private final OrganisationLock lock;
    private final FirstWriteWins firstWriteWins;
    private final CallTokenBucket bucket;
    private final RateLimits limits;
    private final Clock clock;

    JdbcCallQueue(
            JdbcClient jdbc,
            OrganisationLock lock,
            FirstWriteWins firstWriteWins,
            DataSource database,
            RateLimits limits,
            Clock clock) {
        this.jdbc = jdbc;
        this.lock = lock;
        this.firstWriteWins = firstWriteWins;
        this.bucket = CallTokenBucket.of(limits, database);
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    public Instant join(UUID exportId) {
        Optional<Instant> place = find(exportId);
        boolean isHeld =
                place.isPresent() && !place.get().isBefore(clock.instant().minus(HELD));
        return isHeld ? place.get() : reserve(exportId, place.isPresent());
    }

    private Optional<Instant> find(UUID exportId) {
        return jdbc.sql("select place_at from xero_place where export_id = ?")
                .param(exportId)
                .query((row, number) -> SqlValues.instant(row, "place_at"))
                .optional();
    }

    private Instant reserve(UUID exportId, boolean again) {
        Duration wait = bucket.take(1);
        // to the millisecond, as the engine keeps time
        Instant place = clock.instant().plus(wait).truncatedTo(ChronoUnit.MILLIS);
        Runnable store = () -> jdbc.sql(again ? UPDATE : INSERT)
                .param("exportId", exportId)
                .param("organisation", limits.organisation())
                .param("placeAt", timestamp(place))
                .update();
        return firstWriteWins.insert(store) ? place : find(exportId).orElse(place);
    }

    @Override
    public void postpone(UUID exportId, Instant until) {
        firstWriteWins.update(() -> jdbc.sql(POSTPONE)
                .param("until", timestamp(until))
                .param("exportId", exportId)
                .update());
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
            Instant now = clock.instant();
            Instant from = lastPause().map(Pause::until).filter(now::isBefore).orElse(now);
            if (!pause.until().isAfter(from)) {
                return Duration.ZERO;
            }
            jdbc.sql(PAUSE)
                    .param("until", timestamp(pause.until()))
                    .param("why", SqlValues.text(pause.why()))
                    .param("organisation", limits.organisation())
                    .update();
            move(now.minus(HELD), Duration.between(from, pause.until()));
            return Duration.between(from, pause.until());
        });
        // those who come later do not overtake those who were moved
        bucket.skip(longer);
    }

    @Override
    public Optional<Pause> lastPause() {
        return jdbc.sql(
                        "select paused_until, paused_for from xero_organisation where id = ? and paused_until is not null")
                .param(limits.organisation())
                .query((row, number) -> new Pause(SqlValues.instant(row, "paused_until"), row.getString("paused_for")))
                .optional();
    }

    @Override
    public void payExtraCall() {
        bucket.take(1);
        lock.run(() -> move(clock.instant(), bucket.interval()));
    }

    private void move(Instant since, Duration by) {
        jdbc.sql(MOVE)
                .param("seconds", by.toNanos() / 1e9)
                .param("organisation", limits.organisation())
                .param("since", timestamp(since))
                .update();
    }
}
