package io.projectexport.export.exactlyonce;

import io.projectexport.export.accounting.FoundJob;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What looking for the job's name has shown.
 *
 * @param absentSince the first look since the last creating call had settled that did not show the job; null when there was none
 * @param found jobs between which a person has to choose; empty when there is nothing to choose
 * @param strangers ids of the jobs that a person said are not this project's
 */
public record LookupResult(Instant absentSince, List<FoundJob> found, Set<String> strangers) {

    public static final LookupResult NONE = new LookupResult(null, List.of(), Set.of());

    public LookupResult {
        found = List.copyOf(found);
        strangers = Set.copyOf(strangers);
    }

    /** Those that could be the project's. */
    List<FoundJob> withoutStrangers(List<FoundJob> shown) {
        return shown.stream()
                .filter(found -> !strangers.contains(found.job().id()))
                .toList();
    }

    boolean isAbsentFor(Duration time, Instant lookedAt) {
        return absentSince != null && !lookedAt.isBefore(absentSince.plus(time));
    }

    LookupResult absent(Instant at) {
        return new LookupResult(at, List.of(), strangers);
    }

    LookupResult toChooseFrom(List<FoundJob> jobs) {
        return new LookupResult(null, jobs, strangers);
    }

    LookupResult anew() {
        return new LookupResult(null, List.of(), strangers);
    }

    LookupResult allStrangers() {
        Set<String> ids = found.stream().map(found -> found.job().id()).collect(Collectors.toSet());
        ids.addAll(strangers);
        return new LookupResult(null, List.of(), ids);
    }
}
