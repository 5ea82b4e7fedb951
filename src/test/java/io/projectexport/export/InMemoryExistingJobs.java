package io.projectexport.export;

import io.projectexport.export.accounting.FoundJob;
import io.projectexport.export.existing.ExistingJobs;
import io.projectexport.export.existing.WaitingProject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What was found in Xero before reviews, in memory. */
public final class InMemoryExistingJobs implements ExistingJobs {

    private record Known(int round, String organisation, List<FoundJob> jobs) {}

    private final Map<UUID, Known> known = new HashMap<>();
    private final Map<String, Instant> claims = new HashMap<>();
    private final InMemoryProjectExports exports;
    private final Clock clock;

    InMemoryExistingJobs(InMemoryProjectExports exports, Clock clock) {
        this.exports = exports;
        this.clock = clock;
    }

    @Override
    public boolean isSomethingNew(String organisation) {
        return waiting(organisation, Integer.MAX_VALUE).stream().anyMatch(project -> !isKnown(project, organisation));
    }

    private boolean isKnown(WaitingProject project, String organisation) {
        Known found = known.get(project.exportId());
        return found != null
                && found.round() == project.round()
                && found.organisation().equals(organisation);
    }

    @Override
    public boolean claimLook(String organisation, Duration atMostEvery) {
        Instant last = claims.get(organisation);
        boolean isFree = last == null || !last.plus(atMostEvery).isAfter(clock.instant());
        if (isFree) {
            claims.put(organisation, clock.instant());
        }
        return isFree;
    }

    @Override
    public void releaseLook(String organisation) {
        claims.remove(organisation);
    }

    @Override
    public List<WaitingProject> waiting(String organisation, int limit) {
        return exports.readyToExport(Integer.MAX_VALUE).stream()
                .map(export -> new WaitingProject(
                        export.id(),
                        export.submission().round(),
                        export.project().nameInXero()))
                .sorted(Comparator.comparing(project -> isKnown(project, organisation)))
                .limit(limit)
                .toList();
    }

    @Override
    public void store(String organisation, Map<WaitingProject, List<FoundJob>> found) {
        found.forEach((project, jobs) -> known.put(project.exportId(), new Known(project.round(), organisation, jobs)));
    }

    @Override
    public List<FoundJob> of(UUID exportId, int round, String organisation) {
        Known found = known.get(exportId);
        return found != null && found.round() == round && found.organisation().equals(organisation)
                ? found.jobs()
                : List.of();
    }

    @Override
    public Set<UUID> found(Collection<UUID> exportIds, String organisation) {
        return exportIds.stream()
                .filter(id -> known.containsKey(id) && !known.get(id).jobs().isEmpty())
                .filter(id -> known.get(id).organisation().equals(organisation))
                .collect(Collectors.toSet());
    }
}
