package io.projectexport.sandbox;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Lets people who try the local run make Xero misbehave, from its page. */
public final class DemoSwitches {

    /** A job with this in its name is refused while {@link Switch#REFUSE} is on. */
    public static final String REFUSED_MARK = "[refuse]";

    static final String REFUSAL = "The name contains %s, which is not allowed.".formatted(REFUSED_MARK);

    /** What can be switched. */
    public enum Switch {
        REFUSE(
                "Jobs with " + REFUSED_MARK + " in their name are refused.", "Accept them",
                "Jobs with " + REFUSED_MARK + " in their name are accepted.", "Refuse them"),
        DOWN(
                "Xero is down: it answers every call with 503.", "Bring it back",
                "Xero is up.", "Take it down"),
        DISCONNECTED(
                "The connection to this organisation is revoked: every call is answered with 403.", "Connect again",
                "The connection to this organisation works.", "Revoke it"),
        ALTER_NAMES(
                "Names of jobs are stored in capitals and without emoji.", "Store them as sent",
                "Names of jobs are stored as they are sent.", "Alter them");

        private final String whenOn;
        private final String turnOff;
        private final String whenOff;
        private final String turnOn;

        Switch(String whenOn, String turnOff, String whenOff, String turnOn) {
            this.whenOn = whenOn;
            this.turnOff = turnOff;
            this.whenOff = whenOff;
            this.turnOn = turnOn;
        }

        /** How things stand, for people. */
        public String sentence(boolean isOn) {
            return isOn ? whenOn : whenOff;
        }

        /** What a click would do, for people. */
        public String action(boolean isOn) {
            return isOn ? turnOff : turnOn;
        }
    }

    private final Set<Switch> on = EnumSet.of(Switch.REFUSE);
    private volatile NameHabit names = NameHabit.AS_SENT;

    public synchronized boolean isOn(Switch which) {
        return on.contains(which);
    }

    public synchronized void set(Switch which, boolean isOn) {
        if (isOn) {
            on.add(which);
        } else {
            on.remove(which);
        }
    }

    /** Has names of jobs that are sent from now on stored like this. */
    public void names(NameHabit stored) {
        names = stored;
    }

    String stored(String jobName) {
        String kept = names.stored(jobName);
        return isOn(Switch.ALTER_NAMES) ? NameHabit.UPPER_CASE.stored(NameHabit.DROPS_EMOJI.stored(kept)) : kept;
    }

    boolean refuses(String jobName) {
        return isOn(Switch.REFUSE) && jobName != null && jobName.contains(REFUSED_MARK);
    }

    /** The answer to every call, while Xero as a whole misbehaves. */
    Optional<SentAnswer> answer() {
        if (isOn(Switch.DOWN)) {
            return Optional.of(Problems.of(503, "Service Unavailable", "The Organisation is not currently available"));
        }
        return isOn(Switch.DISCONNECTED)
                ? Optional.of(Problems.forbidden("AuthenticationUnsuccessful"))
                : Optional.empty();
    }
}
