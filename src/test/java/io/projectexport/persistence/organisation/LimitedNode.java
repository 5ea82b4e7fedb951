package io.projectexport.persistence.organisation;

import io.projectexport.export.ratelimit.CallPermits;
import io.projectexport.export.ratelimit.CallQueue;
import io.projectexport.export.ratelimit.CallQueue.Turn;
import io.projectexport.export.ratelimit.RateLimits;
import io.projectexport.persistence.sql.DatabaseTime;
import io.projectexport.persistence.sql.FirstWriteWins;
import io.projectexport.persistence.sql.RelaxedCommit;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** One of the nodes that share a limit, with settings and a clock of its own. */
record LimitedNode(CallQueue queue, CallPermits permits, OrganisationLock lock, CallTokenBucket bucket) {

    static final Duration LONGEST_CALL = Duration.ofSeconds(70);

    static LimitedNode of(DataSource database, int callsPerMinute, int concurrentCalls) {
        return of(
                database,
                new RateLimits("organisation", callsPerMinute, concurrentCalls, LONGEST_CALL),
                Clock.systemUTC());
    }

    static LimitedNode of(DataSource database, RateLimits limits, Clock clock) {
        JdbcClient jdbc = JdbcClient.create(database);
        JdbcTransactionManager transactions = new JdbcTransactionManager(database);
        FirstWriteWins firstWriteWins = new FirstWriteWins(transactions);
        DatabaseTime time = new DatabaseTime(jdbc, database, clock);
        RelaxedCommit relaxed = new RelaxedCommit(database);
        OrganisationLock lock = new OrganisationLock(jdbc, firstWriteWins, limits, time, relaxed, transactions);
        CallTokenBucket bucket = new CallTokenBucket(jdbc, limits);
        CallPlaces places = new CallPlaces(jdbc, limits);
        CallSlots slots = new CallSlots(jdbc, limits);
        return new LimitedNode(
                new JdbcCallQueue(jdbc, lock, bucket, places, slots, limits),
                new JdbcCallPermits(jdbc, lock, firstWriteWins, bucket, places, slots, time, relaxed, clock),
                lock,
                bucket);
    }

    /** Has nobody call at once who comes after this. */
    void useUp(int calls) {
        lock.get(organisation -> bucket.take(organisation, calls));
    }

    Turn join(UUID export) {
        return queue.join(export);
    }

    /** Until its turn, which it does not use if that is now. */
    Duration left(UUID export) {
        Turn turn = join(export);
        if (turn.permit() != null) {
            permits.release(turn.permit());
        }
        return turn.left();
    }
}
