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
        REFUSE("Jobs with " + REFUSED_MARK + " in their name", "are refused", "are accepted"),
        DOWN("Xero", "is down: every call is answered with 503", "is up"),
        DISCONNECTED("The connection to this organisation", "is revoked: every call is answered with 403", "works");

        private final String subject;
        private final String on;
        private final String off;

        Switch(String subject, String on, String off) {
            this.subject = subject;
            this.on = on;
            this.off = off;
        }

        public String sentence(boolean isOn) {
            return subject + " " + (isOn ? on : off) + ".";
        }
    }

    private final Set<Switch> on = EnumSet.of(Switch.REFUSE);

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

    boolean refuses(String jobName) {
        return isOn(Switch.REFUSE) && jobName != null && jobName.contains(REFUSED_MARK);
    }

    /** The answer to every call, while Xero as a whole misbehaves. */
    Optional<Answer> answer() {
        if (isOn(Switch.DOWN)) {
            return Optional.of(Problems.of(503, "Service Unavailable", "The Organisation is not currently available"));
        }
        return isOn(Switch.DISCONNECTED)
                ? Optional.of(Problems.forbidden("AuthenticationUnsuccessful"))
                : Optional.empty();
    }
}
