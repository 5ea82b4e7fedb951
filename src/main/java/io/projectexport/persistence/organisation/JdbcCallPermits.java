package io.projectexport.persistence.organisation;

import io.projectexport.export.accounting.ExportFailure;
import io.projectexport.export.ratelimit.CallPermits;
import io.projectexport.export.ratelimit.CallQueue;
import io.projectexport.export.ratelimit.RateLimits;
import io.projectexport.persistence.sql.DatabaseTime;
import io.projectexport.persistence.sql.FirstWriteWins;
import io.projectexport.persistence.sql.SqlValues;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Calls in {@code xero_call}. A call counts until a minute after its end, and the minute of Xero, which begins with the arrival of a call, is
 * over by then. One that would end later than any call can was noted by a clock that was ahead, and does not count.
 */
@Repository
class JdbcCallPermits implements CallPermits {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration MOMENT = Duration.ofSeconds(1);

    private static final String FORGET = """
            delete from xero_call where organisation = :organisation
              and (ends_at <= {now} - interval '1' minute
                or ends_at > {now} + cast(:latest as double precision) * interval '1' second)
            """;
    private static final String COUNT = """
            select count(case when ends_at > {now} then 1 end) as running, count(*) as in_minute, min(ends_at) as first_end, {now} as at
            from xero_call where organisation = :organisation
            """;
    private static final String INSERT = """
            insert into xero_call (id, organisation, ends_at)
            values (:id, :organisation, {now} + cast(:longest as double precision) * interval '1' second)
            """;
    private static final String END = "update xero_call set ends_at = {now} where id = :id and ends_at > {now}";

    /** What counts at this moment; the first end is null when there is no call. */
    private record Counted(int running, int inMinute, Instant firstEnd, Instant at) {}

    private final JdbcClient jdbc;
    private final OrganisationLock lock;
    private final FirstWriteWins firstWriteWins;
    private final CallQueue queue;
    private final RateLimits limits;
    private final DatabaseTime time;
    private final Clock clock;

    JdbcCallPermits(
            JdbcClient jdbc,
            OrganisationLock lock,
            FirstWriteWins firstWriteWins,
            CallQueue queue,
            RateLimits limits,
            DatabaseTime time,
            Clock clock) {
        this.jdbc = jdbc;
        this.lock = lock;
        this.firstWriteWins = firstWriteWins;
        this.queue = queue;
        this.limits = limits;
        this.time = time;
        this.clock = clock;
    }

    @Override
    public UUID acquire() {
        return lock.get(() -> {
            reasonToWait().ifPresent(refused -> {
                throw refused;
            });
            UUID call = UUID.randomUUID();
            jdbc.sql(time.in(INSERT))
                    .param("id", call)
                    .param("organisation", limits.organisation())
                    .param("longest", SqlValues.seconds(limits.longestCall()))
                    .update();
            return call;
        });
    }

    private Optional<ExportFailure> reasonToWait() {
        Optional<CallQueue.Pause> pause = queue.currentPause();
        if (pause.isPresent()) {
            return pause.map(current -> in(current.left(), current.why()));
        }
        Counted counted = count();
        if (counted.running() >= limits.concurrentCalls()) {
            return Optional.of(in(MOMENT, limits.tooManyAtATime()));
        }
        return counted.inMinute() >= limits.callsPerMinute()
                ? Optional.of(
                        in(Duration.between(counted.at(), counted.firstEnd().plus(MINUTE)), limits.minuteIsFull()))
                : Optional.empty();
    }

    /** By this node's clock, as its engine keeps time. */
    private ExportFailure in(Duration wait, String why) {
        return ExportFailure.rateLimited(clock.instant().plus(wait), why);
    }

    private Counted count() {
        jdbc.sql(time.in(FORGET))
                .param("organisation", limits.organisation())
                .param("latest", SqlValues.seconds(limits.longestCall().plus(DatabaseTime.TOLERANCE)))
                .update();
        return jdbc.sql(time.in(COUNT))
                .param("organisation", limits.organisation())
                .query((row, number) -> new Counted(
                        row.getInt("running"),
                        row.getInt("in_minute"),
                        SqlValues.instant(row, "first_end"),
                        SqlValues.instant(row, "at")))
                .single();
    }

    @Override
    public void release(UUID call) {
        firstWriteWins.update(() -> jdbc.sql(time.in(END)).param("id", call).update());
    }
}
