package io.projectexport.xero.accounting;

import io.projectexport.export.accounting.ExportFailure;
import io.projectexport.export.accounting.JobName;
import io.projectexport.xero.failure.ExportFailureFactory;
import io.projectexport.xero.failure.Remedy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks for jobs by number; many exports at once share one list, because Xero has no filter by name and counts each page. */
class JobList {

    /** @param comparable each name in the form that {@code byName} has it, which takes longer to compute than to keep for the next list */
    private record Listed(
            Instant at,
            Optional<String> organisation,
            NavigableMap<String, List<ListedJob>> byName,
            Map<String, String> comparable) {

        Stream<ListedJob> beginningWith(String prefix) {
            return byName.tailMap(prefix).entrySet().stream()
                    .takeWhile(named -> named.getKey().startsWith(prefix))
                    .flatMap(named -> named.getValue().stream());
        }
    }

    private final JobKind jobs;
    private final Supplier<Optional<String>> organisation;
    private final Duration callTimeout;
    private final Clock clock;
    private final ReentrantLock listing = new ReentrantLock();
    private volatile Listed last = new Listed(Instant.MIN, Optional.empty(), new TreeMap<>(), Map.of());

    JobList(JobKind jobs, Supplier<Optional<String>> organisation, Duration callTimeout, Clock clock) {
        this.jobs = jobs;
        this.organisation = organisation;
        this.callTimeout = callTimeout;
        this.clock = clock;
    }

    /**
     * The jobs whose names may begin with this one's number, in a list that was asked for after {@code asOf}.
     *
     * @throws ExportFailure when Xero does not respond with one
     */
    List<ListedJob> likeNumberOf(JobName name, Instant asOf) {
        Listed known = last;
        Listed listed = isUsable(known, asOf) ? known : listAfter(asOf);
        return name.prefixes().stream()
                .flatMap(listed::beginningWith)
                .distinct()
                .toList();
    }

    private boolean isUsable(Listed listed, Instant asOf) {
        return listed.at().isAfter(asOf) && listed.organisation().equals(organisation.get());
    }

    private Listed listAfter(Instant asOf) {
        waitForOthers();
        try {
            if (!isUsable(last, asOf)) {
                last = list(clock.instant(), last.comparable());
            }
            return last;
        } finally {
            listing.unlock();
        }
    }

    private Listed list(Instant at, Map<String, String> known) {
        Optional<String> asked = organisation.get();
        Map<String, String> comparable = new HashMap<>();
        NavigableMap<String, List<ListedJob>> byName = jobs.list().stream()
                .filter(job -> job.name() != null)
                .collect(Collectors.groupingBy(
                        job -> comparable.computeIfAbsent(job.name(), name -> comparable(name, known)),
                        TreeMap::new,
                        Collectors.toList()));
        if (!asked.equals(organisation.get())) {
            throw ExportFailureFactory.unavailable(
                    "Another organisation in Xero was chosen while the jobs were listed.", Remedy.LOOK_AND_RETRY, null);
        }
        return new Listed(at, asked, byName, comparable);
    }

    private static String comparable(String name, Map<String, String> known) {
        String itself = known.get(name);
        return itself == null ? JobName.comparable(name) : itself;
    }

    private void waitForOthers() {
        try {
            if (listing.tryLock(callTimeout.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        throw ExportFailureFactory.unavailable("Xero did not list its jobs in time.", Remedy.LOOK_AND_RETRY, null);
    }
}
