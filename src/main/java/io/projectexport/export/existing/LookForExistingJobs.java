package io.projectexport.export.existing;

import io.projectexport.export.accounting.Accounting;
import io.projectexport.export.accounting.ExportFailure;
import io.projectexport.export.accounting.FoundJob;
import io.projectexport.export.accounting.FoundJobs;
import io.projectexport.export.ratelimit.RateLimiter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/**
 * Use case: looks in Xero for jobs of the projects that wait for a review, before anybody decides. All projects share one list, since each
 * list costs calls; exports that wait for their turn go first.
 */
@Service
public class LookForExistingJobs {

    private static final Duration AT_MOST_EVERY = Duration.ofMinutes(5);

    private static final int MOST_PROJECTS = 2000;

    private final Accounting accounting;
    private final ExistingJobs existing;
    private final RateLimiter limiter;
    private final Clock clock;

    public LookForExistingJobs(Accounting accounting, ExistingJobs existing, RateLimiter limiter, Clock clock) {
        this.accounting = accounting;
        this.existing = existing;
        this.limiter = limiter;
        this.clock = clock;
    }

    /**
     * Looks, if a project was submitted since the last look, and nobody looked a moment ago.
     *
     * @return what was found for each project that waits, nothing included; empty when it did not look
     * @throws ExportFailure when Xero does not respond with a list; the next look is due in a while
     */
    public Map<UUID, List<FoundJob>> look() {
        Optional<String> organisation = accounting.organisation();
        boolean isDue = organisation
                .filter(existing::isSomethingNew)
                .filter(connected -> existing.claimLook(connected, AT_MOST_EVERY))
                .isPresent();
        return isDue ? lookIn(organisation.get()) : Map.of();
    }

    private Map<UUID, List<FoundJob>> lookIn(String organisation) {
        try {
            return limiter.call(placeOf(organisation), () -> find(organisation));
        } catch (ExportFailure failure) {
            if (failure.reason() == ExportFailure.Reason.RATE_LIMITED) {
                existing.releaseLook(organisation);
            }
            throw failure;
        }
    }

    private Map<UUID, List<FoundJob>> find(String organisation) {
        Instant asOf = clock.instant();
        Map<WaitingProject, List<FoundJob>> found = new LinkedHashMap<>();
        existing.waiting(organisation, MOST_PROJECTS)
                .forEach(project -> found.put(project, all(accounting.find(project.nameInXero(), asOf))));
        if (accounting.organisation().filter(organisation::equals).isEmpty()) {
            return Map.of();
        }
        existing.store(organisation, found);
        Map<UUID, List<FoundJob>> byId = new LinkedHashMap<>();
        found.forEach((project, jobs) -> byId.put(project.exportId(), jobs));
        return byId;
    }

    private static List<FoundJob> all(FoundJobs found) {
        return Stream.of(found.same(), found.altered(), found.others())
                .flatMap(List::stream)
                .toList();
    }

    /** The same on all nodes, in the queue of exports. */
    private static UUID placeOf(String organisation) {
        return UUID.nameUUIDFromBytes(("look before review " + organisation).getBytes(StandardCharsets.UTF_8));
    }
}
