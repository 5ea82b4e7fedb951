package io.projectexport.persistence.organisation;

import io.projectexport.export.accounting.ExportFailure;
import io.projectexport.export.ratelimit.CallPermits;
import io.projectexport.persistence.organisation.CallSlots.Permit;
import io.projectexport.persistence.sql.DatabaseTime;
import io.projectexport.persistence.sql.FirstWriteWins;
import io.projectexport.persistence.sql.RelaxedCommit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Adapter of the port {@link CallPermits}: a permit is one of the {@link CallSlots}. */
@Repository
class JdbcCallPermits implements CallPermits {

    private static final Logger log = LoggerFactory.getLogger(JdbcCallPermits.class);

    private static final String END = "update xero_call set ends_at = {now} where id = :id and ends_at > {now}";

    /** What was stored together with a permit. */
    private record Recorded<T>(UUID call, T record) {}

    private final JdbcClient jdbc;
    private final OrganisationLock lock;
    private final FirstWriteWins firstWriteWins;
    private final CallTokenBucket bucket;
    private final CallPlaces places;
    private final CallSlots slots;
    private final DatabaseTime time;
    private final RelaxedCommit relaxed;
    private final Clock clock;
    private final ThreadLocal<HeldPermit> held = new ThreadLocal<>();

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
        held.set(HeldPermit.unused(permit));
        try {
            return calls.get();
        } finally {
            giveBack();
        }
    }

    /** Never in place of what became of the calls; a permit that nobody ended runs out. */
    private void giveBack() {
        HeldPermit last = held.get();
        held.remove();
        try {
            if (last != null && last.isIdle()) {
                end(last.call());
            }
        } catch (RuntimeException failure) {
            log.warn("A permit for calls to Xero could not be given back: {}", failure.getMessage());
        }
    }

    @Override
    public UUID acquire() {
        HeldPermit mine = held.get();
        if (mine == null) {
            return lock.get(this::take);
        }
        UUID call = mine.isFresh() ? mine.call() : lock.get(organisation -> takeAfter(mine, organisation));
        held.set(HeldPermit.running(call));
        return call;
    }

    @Override
    public <T> Optional<T> acquireWith(Function<Instant, Optional<T>> record) {
        HeldPermit mine = held.get();
        if (mine != null && mine.isFresh()) {
            return firstWriteWins.store(() -> record.apply(time.instant()));
        }
        Optional<Recorded<T>> recorded = firstWriteWins.store(() -> {
            OrganisationState organisation = lock.hold();
            UUID call = takeAfter(mine, organisation);
            return record.apply(organisation.now()).map(stored -> new Recorded<>(call, stored));
        });
        recorded.ifPresent(with -> held.set(HeldPermit.unused(with.call())));
        return recorded.map(Recorded::record);
    }

    /** The call before makes room for the next one of its export; whether that is on disk is for the transaction to say. */
    private UUID takeAfter(HeldPermit before, OrganisationState organisation) {
        if (before != null && before.isIdle()) {
            // at the moment for which it is counted
            slots.end(before.call(), organisation.now());
        }
        return take(organisation);
    }

    private UUID take(OrganisationState organisation) {
        organisation.pause().ifPresent(pause -> {
            throw in(pause.left(), pause.why());
        });
        Permit permit = slots.take(organisation.now());
        if (permit.call() == null) {
            throw in(permit.left(), permit.why());
        }
        bucket.take(organisation, 1);
        if (permit.othersWait()) {
            places.move(organisation.now(), bucket.interval());
        }
        return permit.call();
    }

    /** By this node's clock, as its engine keeps time. */
    private ExportFailure in(Duration wait, String why) {
        return ExportFailure.rateLimited(clock.instant().plus(wait), why);
    }

    @Override
    public void release(UUID call) {
        HeldPermit mine = held.get();
        if (mine != null && mine.call().equals(call)) {
            held.set(mine.over());
        } else {
            end(call);
        }
    }

    @Override
    public <T> Optional<T> releaseWith(Supplier<Optional<T>> record) {
        HeldPermit mine = held.get();
        if (mine == null || !mine.isOver()) {
            return firstWriteWins.store(record);
        }
        Optional<T> stored = firstWriteWins.store(() -> {
            Optional<T> result = record.get();
            writeEnd(mine.call());
            return result;
        });
        if (stored.isPresent()) {
            held.remove();
        }
        return stored;
    }

    private void end(UUID call) {
        firstWriteWins.update(() -> writeEnd(call));
    }

    private int writeEnd(UUID call) {
        return jdbc.sql(relaxed.write(time.in(END))).param("id", call).update();
    }
}
