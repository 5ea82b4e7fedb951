package io.projectexport.access.group;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;

/**
 * The state of a deactivated user: the engine's own lock of a user, with an end that never comes. It stands in the user's row, so that no login asks more
 * than before; the engine itself locks nobody here.
 */
public final class Deactivation {

    private static final Date NEVER = Date.from(Instant.parse("9999-01-01T00:00:00Z"));

    /** Whose lock ends later is deactivated; a year before the end, for what a database makes of the time zone. */
    public static final LocalDate NEARLY_NEVER = LocalDate.of(9998, 1, 1);

    private Deactivation() {}

    public static boolean isOf(User user) {
        return user instanceof UserEntity stored
                && stored.getLockExpirationTime() != null
                && stored.getLockExpirationTime()
                        .toInstant()
                        .isAfter(NEARLY_NEVER.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    static void begin(UserEntity user) {
        set(user, NEVER);
    }

    static void end(UserEntity user) {
        set(user, null);
    }

    private static void set(UserEntity user, Date until) {
        Context.getCommandContext().getIdentityInfoManager().updateUserLock(user, 0, until);
    }
}
