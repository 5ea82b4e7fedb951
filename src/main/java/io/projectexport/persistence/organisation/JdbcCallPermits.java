package io.projectexport.persistence.organisation;

import static io.projectexport.persistence.sql.SqlValues.timestamp;

import io.projectexport.export.accounting.ExportFailure;
import io.projectexport.export.ratelimit.CallPermits;
import io.projectexport.export.ratelimit.CallQueue;
import io.projectexport.export.ratelimit.RateLimits;
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
 * Adapter of the port {@link CallPermits}, in the table {@code xero_call}. A call counts until a minute after its end, and the minute of
 * Xero, which begins with the arrival of a call, is over by then.
 */
@Repository
class JdbcCallPermits implements CallPermits {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration MOMENT = Duration.ofSeconds(1);

    private static final String FORGET =
            "delete from xero_call where organisation = :organisation and ends_at <= :minuteAgo";
    private static final String COUNT = """
            select count(case when ends_at > :now then 1 end) as running, count(*) as in_minute, min(ends_at) as first_end
            from xero_call where organisation = :organisation
            """;
    private static final String INSERT =
            "insert into xero_call (id, organisation, ends_at) values (:id, :organisation, :endsAt)";

    /** What counts at this moment; the first end is null when there is no call. */
    private record Counted(int running, int inMinute, Instant firstEnd) {}

    private final JdbcClient jdbc;
    private final OrganisationLock lock;
    private final FirstWriteWins firstWriteWins;
    private final CallQueue queue;
    private final RateLimits limits;
    private final Clock clock;

    JdbcCallPermits(
            JdbcClient jdbc,
            OrganisationLock lock,
            FirstWriteWins firstWriteWins,
            CallQueue queue,
            RateLimits limits,
            Clock clock) {
        this.jdbc = jdbc;
        this.lock = lock;
        this.firstWriteWins = firstWriteWins;
        this.queue = queue;
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    public UUID acquire() {
        return lock.get(() -> {
            Instant now = clock.instant();
            reasonToWait(now).ifPresent(refused -> {
                throw refused;
            });
            UUID call = UUID.randomUUID();
            jdbc.sql(INSERT)
                    .param("id", call)
                    .param("organisation", limits.organisation())
                    .param("endsAt", timestamp(now.plus(limits.longestCall())))
                    .update();
            return call;
        });
    }

    private Optional<ExportFailure> reasonToWait(Instant now) {
        Optional<CallQueue.Pause> pause =
                queue.lastPause().filter(last -> last.until().isAfter(now));
        if (pause.isPresent()) {
            return pause.map(last -> ExportFailure.rateLimited(last.until(), last.why()));
        }
        Counted counted = count(now);
        if (counted.running() >= limits.concurrentCalls()) {
            return Optional.of(ExportFailure.rateLimited(
                    now.plus(MOMENT),
                    "Waiting until fewer than %d calls to Xero run at a time.".formatted(limits.concurrentCalls())));
        }
        return counted.inMinute() >= limits.callsPerMinute()
                ? Optional.of(ExportFailure.rateLimited(counted.firstEnd().plus(MINUTE), limits.minuteIsFull()))
                : Optional.empty();
    }

    private Counted count(Instant now) {
        jdbc.sql(FORGET)
                .param("organisation", limits.organisation())
                .param("minuteAgo", timestamp(now.minus(MINUTE)))
                .update();
        return jdbc.sql(COUNT)
                .param("organisation", limits.organisation())
                .param("now", timestamp(now))
                .query((row, number) -> new Counted(
                        row.getInt("running"), row.getInt("in_minute"), SqlValues.instant(row, "first_end")))
                .single();
    }

    @Override
    public void release(UUID call) {
        firstWriteWins.update(() -> jdbc.sql("update xero_call set ends_at = :now where id = :id and ends_at > :now")
                .param("now", timestamp(clock.instant()))
                .param("id", call)
                .update());
    }
}
