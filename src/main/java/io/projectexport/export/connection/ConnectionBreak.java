package io.projectexport.export.connection;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A break of the connection: Xero refuses calls because of it, or did so until a moment ago. One kind for both ways to be connected.
 *
 * @param why in words for people
 * @param since when it broke
 * @param changedAt when the phase began
 * @param lookedAt when Xero was last asked whether it is over; null for never, like {@code tellingAt}
 * @param tellingAt when somebody last began to tell the administrators
 * @param told whether the administrators know of it
 */
public record ConnectionBreak(
        Phase phase, String why, Instant since, Instant changedAt, Instant lookedAt, Instant tellingAt, boolean told) {

    /** How far it is; the names are stored. */
    public enum Phase {
        BROKEN,
        /** A call worked again; what failed meanwhile is being retried, which shows whether it is over. */
        RECOVERING
    }

    /** After which a refusal is another break, although no job was created in between. */
    private static final Duration RECOVERED = Duration.ofMinutes(15);

    private static final Duration TELLING = Duration.ofMinutes(5);
    private static final Duration OFTEN = Duration.ofSeconds(50);
    private static final Duration SELDOM = Duration.ofMinutes(5);
    private static final Duration YOUNG = Duration.ofHours(1);

    /** After a call was refused; what recovers and is refused again is the same break, of which nobody is told twice. */
    public static ConnectionBreak refused(Optional<ConnectionBreak> before, String why, Instant now) {
        return before.filter(known -> known.isBroken() || !known.isPast(now))
                .map(known -> new ConnectionBreak(
                        Phase.BROKEN,
                        why,
                        known.since(),
                        known.isBroken() ? known.changedAt() : now,
                        known.lookedAt(),
                        known.tellingAt(),
                        known.told()))
                .orElseGet(() -> new ConnectionBreak(Phase.BROKEN, why, now, now, null, null, false));
    }

    /**
     * After a call worked.
     *
     * @param creating whether it was one that creates a job, which alone proves that exports work
     */
    public ConnectionBreak worked(boolean creating, Instant now) {
        return new ConnectionBreak(
                Phase.RECOVERING,
                why,
                since,
                isBroken() ? now : changedAt,
                lookedAt,
                creating ? null : tellingAt,
                told && !creating);
    }

    public boolean isBroken() {
        return phase == Phase.BROKEN;
    }

    /** Whether it can be forgotten, once nothing is left to be retried. */
    public boolean isPast(Instant now) {
        return !isBroken() && (!told || changedAt.plus(RECOVERED).isBefore(now));
    }

    /** Whether it is time to ask Xero again; seldom after an hour, since calls are counted by the day. */
    public boolean isToBeLookedAt(Instant now) {
        Duration pause = since.plus(YOUNG).isAfter(now) ? OFTEN : SELDOM;
        return isBroken() && (lookedAt == null || !lookedAt.plus(pause).isAfter(now));
    }

    public ConnectionBreak looked(Instant now) {
        return new ConnectionBreak(phase, why, since, changedAt, now, tellingAt, told);
    }

    /** Whether nobody tells the administrators, nor has done it; whoever began and did not end has died meanwhile. */
    public boolean isToBeTold(Instant now) {
        return isBroken()
                && !told
                && (tellingAt == null || tellingAt.plus(TELLING).isBefore(now));
    }

    public ConnectionBreak telling(Instant now) {
        return new ConnectionBreak(phase, why, since, changedAt, lookedAt, now, told);
    }

    /** After the administrators were told, or, where nobody could be reached, not. */
    public ConnectionBreak telling(boolean done) {
        return new ConnectionBreak(phase, why, since, changedAt, lookedAt, null, done);
    }
}
