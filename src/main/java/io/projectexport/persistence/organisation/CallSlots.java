package io.projectexport.persistence.organisation;

import io.projectexport.export.ratelimit.RateLimits;
import io.projectexport.persistence.sql.DatabaseTime;
import io.projectexport.persistence.sql.SqlValues;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Calls in {@code xero_call}, to be taken while {@link OrganisationLock} is held. A call counts until a minute after its end, and the minute of
 * Xero, which begins with the arrival of a call, is over by then. One that would end later than any call can was noted by a clock that was
 * ahead, and does not count.
 *
 * <p>A new call takes over the row of the one that ended first, so that there are no more rows than the limit allows. No two have the same
 * slot: that the first and the last one are no further apart than that proves it without counting. Where it proves nothing, the
 * calls are counted: when the minute is full, after the limit was lowered, and beside a node of an earlier release, which gives no slots.
 */
@Component
class CallSlots {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration MOMENT = Duration.ofSeconds(1);

    private static final String SEE = """
            select (select count(*) from xero_call where organisation = :organisation and ends_at > :now) as running,
                   (select max(ends_at) from xero_call where organisation = :organisation) as last_end,
                   (select count(*) from xero_call where organisation = :organisation and slot is null) as without_slot,
                   (select min(slot) from xero_call where organisation = :organisation) as first_slot,
                   (select max(slot) from xero_call where organisation = :organisation) as last_slot,
                   exists (select 1 from xero_place where organisation = :organisation) as others_wait,
                   oldest.id, oldest.ends_at
            from (select 1 as one) one_row left join
              (select id, ends_at from xero_call where organisation = :organisation order by ends_at limit 1) oldest on one = 1
            """;
    private static final String TAKE_OVER = "update xero_call set id = :id, ends_at = :end where id = :oldest";
    private static final String END = "update xero_call set ends_at = :now where id = :id and ends_at > :now";
    private static final String FORGET = """
            delete from xero_call where organisation = :organisation and (ends_at <= :minuteAgo or ends_at > :latest)
            """;
    private static final String COUNT = """
            select count(case when ends_at > :now then 1 end) as running, count(*) as in_minute, min(ends_at) as first_end
            from xero_call where organisation = :organisation
            """;
    private static final String INSERT = """
            insert into xero_call (id, organisation, ends_at, slot)
            values (:id, :organisation, :end,
                    (select coalesce(max(slot), 0) + 1 from xero_call where organisation = :organisation))
            """;

    private final JdbcClient jdbc;
    private final RateLimits limits;

    CallSlots(JdbcClient jdbc, RateLimits limits) {
        this.jdbc = jdbc;
        this.limits = limits;
    }

    /**
     * A permit for one call, which has begun with it, or what it has to wait for.
     *
     * @param call null when it has to wait
     * @param othersWait whether exports have places
     */
    record Permit(UUID call, boolean othersWait, Duration left, String why) {}

    /** What is there at this moment; the oldest is null when there is none. */
    private record Seen(
            int running,
            Instant lastEnd,
            int withoutSlot,
            long slots,
            boolean othersWait,
            UUID oldest,
            Instant firstEnd) {

        static Seen of(ResultSet row) throws SQLException {
            UUID oldest = row.getObject("id", UUID.class);
            return new Seen(
                    row.getInt("running"),
                    SqlValues.instant(row, "last_end"),
                    row.getInt("without_slot"),
                    oldest == null ? 0 : row.getLong("last_slot") - row.getLong("first_slot") + 1,
                    row.getBoolean("others_wait"),
                    oldest,
                    SqlValues.instant(row, "ends_at"));
        }

        boolean hasFreeRow(Instant now) {
            return firstEnd != null && !firstEnd.isAfter(now.minus(MINUTE));
        }
    }

    /** What counts at this moment; the first end is null when there is no call. */
    private record Counted(int running, int inMinute, Instant firstEnd) {}

    Permit take(Instant now) {
        Seen seen = jdbc.sql(SEE)
                .param("organisation", limits.organisation())
                .param("now", SqlValues.timestamp(now))
                .query((row, number) -> Seen.of(row))
                .single();
        boolean isProof = seen.withoutSlot() == 0 && seen.slots() <= limits.callsPerMinute() && !isAhead(seen, now);
        if (isProof && seen.running() >= limits.concurrentCalls()) {
            return tooManyAtATime();
        }
        if (isProof && seen.hasFreeRow(now)) {
            return begin(TAKE_OVER, now, seen);
        }
        return isProof && seen.slots() < limits.callsPerMinute() ? begin(INSERT, now, seen) : takeCounted(now, seen);
    }

    private boolean isAhead(Seen seen, Instant now) {
        return seen.lastEnd() != null && seen.lastEnd().isAfter(latest(now));
    }

    private Permit takeCounted(Instant now, Seen seen) {
        jdbc.sql(FORGET)
                .param("organisation", limits.organisation())
                .param("minuteAgo", SqlValues.timestamp(now.minus(MINUTE)))
                .param("latest", SqlValues.timestamp(latest(now)))
                .update();
        Counted counted = jdbc.sql(COUNT)
                .param("organisation", limits.organisation())
                .param("now", SqlValues.timestamp(now))
                .query((row, number) -> new Counted(
                        row.getInt("running"), row.getInt("in_minute"), SqlValues.instant(row, "first_end")))
                .single();
        if (counted.running() >= limits.concurrentCalls()) {
            return tooManyAtATime();
        }
        return counted.inMinute() < limits.callsPerMinute()
                ? begin(INSERT, now, seen)
                : minuteIsFull(now, counted.firstEnd());
    }

    private Permit begin(String statement, Instant now, Seen seen) {
        UUID call = UUID.randomUUID();
        jdbc.sql(statement)
                .param("id", call)
                .param("organisation", limits.organisation())
                .param("end", SqlValues.timestamp(now.plus(limits.longestCall())))
                .param("oldest", seen.oldest())
                .update();
        return new Permit(call, seen.othersWait(), Duration.ZERO, null);
    }

    /** A call that ended by this moment does not count as running any more. */
    void end(UUID call, Instant now) {
        jdbc.sql(END).param("id", call).param("now", SqlValues.timestamp(now)).update();
    }

    private Permit tooManyAtATime() {
        return new Permit(null, true, MOMENT, limits.tooManyAtATime());
    }

    private Permit minuteIsFull(Instant now, Instant firstEnd) {
        return new Permit(null, true, Duration.between(now, firstEnd.plus(MINUTE)), limits.minuteIsFull());
    }

    private Instant latest(Instant now) {
        return now.plus(limits.longestCall()).plus(DatabaseTime.TOLERANCE);
    }
}
