package io.projectexport.export;

import io.projectexport.export.profile.OptionalMail;
import io.projectexport.export.submission.NewSubmissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The queue of new projects in memory. */
public final class InMemoryNewSubmissions implements NewSubmissions {

    private final Map<UUID, Instant> arrivals = new LinkedHashMap<>();
    private final InMemoryMailPreferences preferences;
    private final Clock clock;

    InMemoryNewSubmissions(InMemoryMailPreferences preferences, Clock clock) {
        this.preferences = preferences;
        this.clock = clock;
    }

    @Override
    public void add(UUID exportId) {
        if (preferences.of(OptionalMail.NEW_SUBMISSION).containsValue(true)) {
            arrivals.put(exportId, clock.instant());
        }
    }

    @Override
    public List<UUID> take(Duration quiet, Duration longest) {
        if (arrivals.isEmpty() || !isTime(arrivals.values(), quiet, longest)) {
            return List.of();
        }
        List<UUID> taken = List.copyOf(arrivals.keySet());
        arrivals.clear();
        return taken;
    }

    private boolean isTime(Collection<Instant> times, Duration quiet, Duration longest) {
        Instant now = clock.instant();
        return !Collections.max(times).isAfter(now.minus(quiet))
                || !Collections.min(times).isAfter(now.minus(longest));
    }
}
