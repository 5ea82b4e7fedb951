package io.projectexport.persistence.organisation;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.projectexport.export.ratelimit.RateLimits;
import io.projectexport.persistence.sql.DatabaseTime;
import io.projectexport.persistence.sql.PostgreSql;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javax.sql.DataSource;

/**
 * Token bucket that spaces calls so that any minute has no more of them than the limit: a tiny burst, and what is left of the limit at an
 * even pace.
 */
final class CallTokenBucket {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Bucket bucket;
    private final int refill;

    private CallTokenBucket(Bucket bucket, int refill) {
        this.bucket = bucket;
        this.refill = refill;
    }

    /** Counts on all nodes together on PostgreSQL, and in this process on H2, which has no other one. */
    static CallTokenBucket of(RateLimits limits, DataSource database, DatabaseTime time) {
        int burst = Math.max(1, limits.callsPerMinute() / 30);
        int refill = Math.max(1, limits.callsPerMinute() - burst);
        BucketConfiguration configuration = BucketConfiguration.builder()
                .addLimit(limit -> limit.capacity(burst).refillGreedy(refill, MINUTE))
                .build();
        return new CallTokenBucket(
                PostgreSql.is(database)
                        ? shared(limits, configuration, database, time)
                        : Bucket.builder()
                                .addLimit(configuration.getBandwidths()[0])
                                .build(),
                refill);
    }

    /** One for each limit that was ever set, since a stored bucket keeps the limit that it began with. */
    private static Bucket shared(
            RateLimits limits, BucketConfiguration configuration, DataSource database, DatabaseTime time) {
        return Bucket4jPostgreSQL.selectForUpdateBasedBuilder(database)
                .table("xero_bucket")
                .idColumn("id")
                .stateColumn("state")
                .expiresAtColumn("expires_at")
                .primaryKeyMapper(PrimaryKeyMapper.STRING)
                .clientClock(new Meter(time))
                .build()
                // apart from buckets that nodes of earlier releases still fill by their own clocks
                .getProxy(limits.organisation() + " " + limits.callsPerMinute() + " by database", () -> configuration);
    }

    /** The database's clock, for bucket4j. */
    private record Meter(DatabaseTime time) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return ChronoUnit.NANOS.between(Instant.EPOCH, time.instant());
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }

    /** Takes calls out of what is left, or of what will be; how long to wait until they may be made. */
    Duration take(long calls) {
        return Duration.ofNanos(bucket.consumeIgnoringRateLimits(calls));
    }

    /** Takes the calls out that could be made in this time. */
    void skip(Duration time) {
        long calls = time.toMillis() / Math.max(1, interval().toMillis());
        if (calls > 0) {
            take(calls);
        }
    }

    /** The pause between two calls while others wait. */
    Duration interval() {
        return MINUTE.dividedBy(refill);
    }
}
