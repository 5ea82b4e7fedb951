package io.projectexport.persistence.organisation;

import io.projectexport.export.accounting.ExportFailure;
import io.projectexport.export.ratelimit.CallPermits;
import io.projectexport.persistence.organisation.CallSlots.Permit;
import io.projectexport.persistence.sql.DatabaseTime;
import io.projectexport.persistence.sql.FirstWriteWins;
import io.projectexport.persistence.sql.RelaxedCommit;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Adapter of the port {@link CallPermits}: a permit is one of the {@link CallSlots}. */
@Repository
class JdbcCallPermits implements CallPermits {

    private static final Logger log = LoggerFactory.getLogger(JdbcCallPermits.class);

    /** A call that begins later than that, as after a wait for another one's list, could run for longer than its permit. */
    private static final Duration FRESH = Duration.ofSeconds(5);

    private static final String END = "update xero_call set ends_at = {now} where id = :id and ends_at > {now}";

    /** The permit that the turn of this thread's export came with, and since when by {@link System#nanoTime}. */
    private record Held(UUID permit, long since) {

        boolean isFresh() {
            return System.nanoTime() - since < FRESH.toNanos();
        }
    }

    private final JdbcClient jdbc;
    private final OrganisationLock lock;
    private final FirstWriteWins firstWriteWins;
    private final CallTokenBucket bucket;
    private final CallPlaces places;
    private final CallSlots slots;
    private final DatabaseTime time;
    private final RelaxedCommit relaxed;
    private final Clock clock;
    private final ThreadLocal<Held> held = new ThreadLocal<>();

    JdbcCallPermits(
            JdbcClient jdbc,
            OrganisationLock lock,
            FirstWriteWins firstWriteWins,
            CallTokenBucket bucket,
            CallPlaces places,
            CallSlots slots,
            DatabaseTime time,
            RelaxedCommit relaxed,
            Clock clock) {
        this.jdbc = jdbc;
        this.lock = lock;
        this.firstWriteWins = firstWriteWins;
        this.bucket = bucket;
        this.places = places;
        this.slots = slots;
        this.time = time;
        this.relaxed = relaxed;
        this.clock = clock;
    }

    @Override
    public <T> T holding(UUID permit, Supplier<T> calls) {
        held.set(new Held(permit, System.nanoTime()));
        try {
            return calls.get();
        } finally {
            giveBack();
        }
    }

    /** Never in place of what became of the calls; a permit that nobody ended runs out. */
    private void giveBack() {
        Held unused = held.get();
        held.remove();
        try {
            if (unused != null) {
                release(unused.permit());
            }
        } catch (RuntimeException failure) {
            log.warn(
                    "A permit for calls to Xero that was not needed could not be given back: {}", failure.getMessage());
        }
    }

    @Override
    public UUID acquire() {
        Held first = held.get();
        if (first != null && first.isFresh()) {
            held.remove();
            return first.permit();
        }
        giveBack();
        return acquireExtra();
    }

    private UUID acquireExtra() {
        return lock.get(organisation -> {
            organisation.pause().ifPresent(pause -> {
                throw in(pause.left(), pause.why());
            });
            Permit permit = slots.take(organisation.now());
            if (permit.call() == null) {
                throw in(permit.left(), permit.why());
            }
            bucket.take(organisation, 1);
            places.move(organisation.now(), bucket.interval());
            return permit.call();
        });
    }

    /** By this node's clock, as its engine keeps time. */
    private ExportFailure in(Duration wait, String why) {
        return ExportFailure.rateLimited(clock.instant().plus(wait), why);
    }

    @Override
    public void release(UUID call) {
        firstWriteWins.update(
                () -> jdbc.sql(relaxed.write(time.in(END))).param("id", call).update());
    }
}
