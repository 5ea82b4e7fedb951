package io.projectexport.export.exactlyonce;

import io.projectexport.export.accounting.FoundJob;
import io.projectexport.export.accounting.FoundJobs;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Result of the look-ups of an attempt's job so far.
 *
 * @param absentSince the first look-up since the last creating call had settled that did not find the job; null when there was none
 * @param found jobs between which a person has to choose; empty when there is nothing to choose
 * @param dismissedIds ids of the jobs that are not this project's: a person said so, or they had other names before it was exported
 */
public record LookupResult(Instant absentSince, List<FoundJob> found, Set<String> dismissedIds) {

    public static final LookupResult NONE = new LookupResult(null, List.of(), Set.of());

    public LookupResult {
        found = List.copyOf(found);
        dismissedIds = Set.copyOf(dismissedIds);
    }

    /** Those that could be the project's. */
    FoundJobs candidates(FoundJobs listed) {
        return new FoundJobs(candidates(listed.same()), candidates(listed.altered()), candidates(listed.others()));
    }

    private List<FoundJob> candidates(List<FoundJob> listed) {
        return listed.stream()
                .filter(found -> !dismissedIds.contains(found.job().id()))
                .toList();
    }

    boolean isAbsentFor(Duration time, Instant lookedAt) {
        return absentSince != null && !lookedAt.isBefore(absentSince.plus(time));
    }

    /** Whether a look by then noted it; one from later was noted by a clock that was ahead. */
    boolean isAbsentAt(Instant then) {
        return absentSince != null && !absentSince.isAfter(then);
    }

    LookupResult absent(Instant at) {
        return new LookupResult(at, List.of(), dismissedIds);
    }

    LookupResult toChooseFrom(List<FoundJob> jobs) {
        return new LookupResult(null, jobs, dismissedIds);
    }

    LookupResult restart() {
        return new LookupResult(null, List.of(), dismissedIds);
    }

    LookupResult dismissAll() {
        return restart().dismiss(found);
    }

    LookupResult dismiss(List<FoundJob> jobs) {
        Set<String> ids = jobs.stream().map(job -> job.job().id()).collect(Collectors.toSet());
        ids.addAll(dismissedIds);
        return new LookupResult(absentSince, found, ids);
    }
}
