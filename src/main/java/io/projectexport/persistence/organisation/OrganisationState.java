package io.projectexport.persistence.organisation;

import io.projectexport.export.ratelimit.CallQueue.Pause;
import io.projectexport.persistence.sql.DatabaseTime;
import io.projectexport.persistence.sql.SqlValues;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What all nodes count together for a Xero organisation, and the place of the export that asks, in one row. What the database's clock did
 * not stamp, or stamped before it was set back, does not count.
 *
 * @param now by the database's clock
 * @param pause that is not over
 * @param bucket of {@link CallTokenBucket}; null when there is none
 * @param hasPlace whether one is stored, be it held or not
 * @param place how long it takes until then, not positive when it has come; null when there is none that is held
 */
record OrganisationState(Instant now, Optional<Pause> pause, byte[] bucket, boolean hasPlace, Duration place) {

    /** How late a place may be used; later, as after all nodes were down, too many places would be used at once. */
    static final Duration HELD = Duration.ofMinutes(1);

    static OrganisationState of(ResultSet row) throws SQLException {
        Instant now = SqlValues.instant(row, "at");
        Instant place = SqlValues.instant(row, "place_at");
        boolean isHeld = isStamped(row, "given_at", now) && !place.isBefore(now.minus(HELD));
        return new OrganisationState(
                now,
                pause(row, now),
                isStamped(row, "bucket_at", now) ? row.getBytes("bucket") : null,
                place != null,
                isHeld ? Duration.between(now, place) : null);
    }

    private static Optional<Pause> pause(ResultSet row, Instant now) throws SQLException {
        Instant until = SqlValues.instant(row, "paused_until");
        boolean isOn = until != null && until.isAfter(now) && isStamped(row, "paused_at", now);
        return isOn
                ? Optional.of(new Pause(Duration.between(now, until), row.getString("paused_for")))
                : Optional.empty();
    }

    private static boolean isStamped(ResultSet row, String column, Instant now) throws SQLException {
        Instant stamp = SqlValues.instant(row, column);
        return stamp != null && !stamp.isAfter(now.plus(DatabaseTime.TOLERANCE));
    }
}
