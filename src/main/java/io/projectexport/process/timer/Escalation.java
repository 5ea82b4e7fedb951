package io.projectexport.process.timer;

import io.projectexport.process.catalogue.ModelValue;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** How long a review may wait before it is escalated, as configured; the model asks it for {@link #getAfter()}. */
@Component
@ModelValue(
        description = "How long a review may wait before it is escalated, as configured.",
        expression = "${escalation.after}")
public class Escalation {

    private final Duration after;

    Escalation(@Value("${escalate-after-days:}") String days) {
        after = StringUtils.hasText(days) ? Duration.ofDays(Long.parseLong(days.strip())) : null;
    }

    public boolean isOn() {
        return after != null;
    }

    /** Null where it is off. */
    public Duration after() {
        return after;
    }

    /** An ISO 8601 duration. */
    public String getAfter() {
        return String.valueOf(after);
    }
}
