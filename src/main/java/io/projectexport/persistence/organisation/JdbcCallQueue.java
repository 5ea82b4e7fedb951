package io.projectexport.persistence.organisation;

import io.projectexport.export.ratelimit.CallQueue;
import io.projectexport.export.ratelimit.RateLimits;
import io.projectexport.persistence.organisation.CallSlots.Permit;
import io.projectexport.persistence.sql.SqlValues;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Adapter of the port {@link CallQueue}: places as {@link CallTokenBucket} spaces them, for those that have to wait. */
@Repository
class JdbcCallQueue implements CallQueue {

    private static final String PAUSE = """
            update xero_organisation set paused_until = :until, paused_for = :why, paused_at = :now where id = :organisation
            """;

    private final JdbcClient jdbc;
    private final OrganisationLock lock;
    private final CallTokenBucket bucket;
    private final CallPlaces places;
    private final CallSlots slots;
    private final RateLimits limits;

    JdbcCallQueue(
            JdbcClient jdbc,
            OrganisationLock lock,
            CallTokenBucket bucket,
            CallPlaces places,
            CallSlots slots,
            RateLimits limits) {
        this.jdbc = jdbc;
        this.lock = lock;
        this.bucket = bucket;
        this.places = places;
        this.slots = slots;
        this.limits = limits;
    }

    @Override
    public Turn join(UUID exportId) {
        return lock.get(exportId, organisation -> {
            Duration place = organisation.place() == null ? bucket.take(organisation, 1) : organisation.place();
            Duration wait = longer(place, left(organisation));
            if (wait.compareTo(Duration.ZERO) <= 0) {
                return turn(exportId, organisation);
            }
            if (organisation.place() == null) {
                places.store(exportId, organisation.now(), place);
            }
            return Turn.in(wait, organisation.pause().map(Pause::why).orElseGet(limits::minuteIsFull));
        });
    }

    private Turn turn(UUID exportId, OrganisationState organisation) {
        Permit permit = slots.take(organisation.now());
        if (permit.call() == null) {
            places.store(exportId, organisation.now(), permit.left());
            return Turn.in(permit.left(), permit.why());
        }
        if (organisation.hasPlace()) {
            places.remove(exportId);
        }
        return Turn.now(permit.call());
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Duration left(OrganisationState organisation) {
        return organisation.pause().map(Pause::left).orElse(Duration.ZERO);
    }

    @Override
    public void postpone(UUID exportId, Duration wait) {
        lock.get(exportId, organisation -> {
            boolean isLater =
                    organisation.place() != null && organisation.place().compareTo(wait) >= 0;
            if (!isLater) {
                places.store(exportId, organisation.now(), wait);
            }
            return isLater;
        });
    }

    @Override
    public void pause(Pause pause) {
        lock.get(organisation -> {
            Duration more = pause.left().minus(left(organisation));
            boolean isLonger = more.compareTo(Duration.ZERO) > 0;
            if (isLonger) {
                store(pause, organisation);
                places.move(organisation.now().minus(OrganisationState.HELD), more);
                // those who come later do not overtake those who were moved
                bucket.skip(organisation, more);
            }
            return isLonger;
        });
    }

    private void store(Pause pause, OrganisationState organisation) {
        jdbc.sql(PAUSE)
                .param("until", SqlValues.timestamp(organisation.now().plus(pause.left())))
                .param("why", SqlValues.text(pause.why()))
                .param("now", SqlValues.timestamp(organisation.now()))
                .param("organisation", limits.organisation())
                .update();
    }

    @Override
    public Optional<Pause> currentPause() {
        return lock.peek().flatMap(OrganisationState::pause);
    }
}
