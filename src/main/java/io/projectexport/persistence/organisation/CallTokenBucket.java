package io.projectexport.persistence.organisation;

import io.github.bucket4j.BucketConfiguration;
import io.projectexport.export.ratelimit.RateLimits;
import io.projectexport.persistence.sql.SqlValues;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Token bucket that spaces calls so that any minute has no more of them than the limit: a tiny burst, and what is left of the limit at an
 * even pace. Its state is a column of the row that {@link OrganisationLock} has read.
 */
@Component
class CallTokenBucket {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final RateLimits limits;
    private final BucketConfiguration configuration;
    private final int refill;

    CallTokenBucket(JdbcClient jdbc, RateLimits limits) {
        this.jdbc = jdbc;
        this.limits = limits;
        int burst = Math.max(1, limits.callsPerMinute() / 30);
        refill = Math.max(1, limits.callsPerMinute() - burst);
        configuration = BucketConfiguration.builder()
                .addLimit(limit -> limit.capacity(burst).refillGreedy(refill, MINUTE))
                .build();
    }

    /** Takes calls out of what is left, or of what will be, once for each lock; how long to wait until they may be made. */
    Duration take(OrganisationState organisation, long calls) {
        StoredBucket bucket = new StoredBucket(organisation.bucket(), organisation.now());
        long wait = bucket.with(configuration).consumeIgnoringRateLimits(calls);
        jdbc.sql("update xero_organisation set bucket = :state, bucket_at = :now where id = :organisation")
                .param("state", bucket.state())
                .param("now", SqlValues.timestamp(organisation.now()))
                .param("organisation", limits.organisation())
                .update();
        return Duration.ofNanos(wait);
    }

    /** Takes the calls out that could be made in this time. */
    void skip(OrganisationState organisation, Duration time) {
        long calls = time.toMillis() / Math.max(1, interval().toMillis());
        if (calls > 0) {
            take(organisation, calls);
        }
    }

    /** The pause between two calls while others wait. */
    Duration interval() {
        return MINUTE.dividedBy(refill);
    }
}
