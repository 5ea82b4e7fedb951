package io.projectexport.export;

import io.projectexport.export.accounting.Accounting;
import io.projectexport.export.accounting.ExportError;
import io.projectexport.export.accounting.ExportFailure;
import io.projectexport.export.accounting.FoundJob;
import io.projectexport.export.accounting.FoundJobs;
import io.projectexport.export.accounting.JobName;
import io.projectexport.export.accounting.JobRequest;
import io.projectexport.export.accounting.XeroJob;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** An accounting system in memory whose answers a test can script; it forgets each idempotency key at once. */
public final class FakeAccounting implements Accounting {

    public static final Duration CALL_TIMEOUT = Duration.ofSeconds(35);

    /** What to do with the next creating call. */
    public enum Answer {
        CREATE,
        CREATE_BUT_STAY_SILENT,
        CREATE_AFTER_THE_TIME_OUT,
        CREATE_BUT_DIE,
        DIE,
        STAY_SILENT,
        BE_OUT_OF_REACH,
        REFUSE,
        RATE_LIMIT,
        NOT_CONNECTED
    }

    /** The end of this process. */
    public static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** A job that exists from a moment on; in every organisation where none was connected. */
    private record Created(JobRequest request, Instant at, String organisation) {}

    private final Clock clock;
    private final Deque<Answer> answers = new ArrayDeque<>();
    private final Deque<Runnable> pauses = new ArrayDeque<>();
    private final List<Created> created = new ArrayList<>();
    private final List<String> keys = new ArrayList<>();
    private final List<Instant> calledAt = new ArrayList<>();
    private Duration listLag = Duration.ZERO;
    private String jobKind = "project";
    private String organisation;
    private final Deque<ExportFailure> failingLooks = new ArrayDeque<>();
    private UnaryOperator<String> habit = UnaryOperator.identity();
    private int lookUps;

    public FakeAccounting(Clock clock) {
        this.clock = clock;
    }

    public FakeAccounting next(Answer... next) {
        answers.addAll(List.of(next));
        return this;
    }

    /** Runs this before the next look-up or creating call returns. */
    public void pauseForOnce(Runnable meanwhile) {
        pauses.add(meanwhile);
    }

    /** The next look-up fails like this. */
    public void failLookUp(ExportFailure failure) {
        failingLooks.add(failure);
    }

    public void listLag(Duration lag) {
        listLag = lag;
    }

    /** An administrator connects this one; null for none. */
    public void organisation(String id) {
        organisation = id;
    }

    /** Names are stored like this. */
    public void storeNames(UnaryOperator<String> as) {
        habit = as;
    }

    public void jobKind(String kind) {
        jobKind = kind;
    }

    /** A job that somebody creates without this tool. */
    public XeroJob addByHand(String name) {
        return add(new JobRequest(name, null, null, null), clock.instant());
    }

    /** Somebody deletes all there is. */
    public void removeAll() {
        created.clear();
    }

    public List<JobRequest> created() {
        return created.stream().map(Created::request).toList();
    }

    public List<String> keys() {
        return keys;
    }

    public List<Instant> calledAt() {
        return calledAt;
    }

    public int lookUps() {
        return lookUps;
    }

    @Override
    public int maxNameLength() {
        return 100;
    }

    @Override
    public boolean hasContacts() {
        return true;
    }

    @Override
    public Optional<String> organisation() {
        return Optional.ofNullable(organisation);
    }

    @Override
    public String jobKind() {
        return jobKind;
    }

    @Override
    public Duration callTimeout() {
        return CALL_TIMEOUT;
    }

    @Override
    public String preview(JobRequest request) {
        return "Project: " + request.name();
    }

    @Override
    public XeroJob create(JobRequest request, String idempotencyKey, String approvedFor) {
        keys.add(idempotencyKey);
        calledAt.add(clock.instant());
        pause();
        if (approvedFor != null && !approvedFor.equals(organisation)) {
            throw silence().nothingCreated();
        }
        return switch (answers.isEmpty() ? Answer.CREATE : answers.poll()) {
            case CREATE -> add(request, clock.instant());
            case CREATE_BUT_STAY_SILENT -> {
                add(named(request, habit.apply(request.name())), clock.instant());
                throw silence();
            }
            case CREATE_AFTER_THE_TIME_OUT -> {
                add(request, clock.instant().plus(CALL_TIMEOUT).minusMillis(1));
                throw silence();
            }
            case CREATE_BUT_DIE -> {
                add(request, clock.instant());
                throw new Killed();
            }
            case DIE -> throw new Killed();
            case STAY_SILENT -> throw silence();
            case BE_OUT_OF_REACH -> throw silence().nothingCreated();
            case REFUSE -> throw ExportFailure.refused(List.of(new ExportError("Name is not unique", "Rename it.")));
            case RATE_LIMIT -> throw ExportFailure.rateLimited(clock.instant().plusSeconds(30), "60 calls a minute");
            case NOT_CONNECTED ->
                throw ExportFailure.notConnected(new ExportError("invalid_grant", "Reconnect to Xero."), null);
        };
    }

    @Override
    public void check() {}

    @Override
    public FoundJobs find(String name, Instant asOf) {
        lookUps++;
        if (!failingLooks.isEmpty()) {
            throw failingLooks.poll();
        }
        JobName wanted = JobName.of(name);
        Map<JobName.Likeness, List<FoundJob>> found = created.stream()
                .filter(job -> job.organisation() == null || job.organisation().equals(organisation))
                .filter(job -> !job.at().plus(listLag).isAfter(clock.instant()))
                .collect(Collectors.groupingBy(
                        job -> wanted.likeness(job.request().name()),
                        Collectors.mapping(
                                job -> new FoundJob(job(created.indexOf(job)), "in progress"), Collectors.toList())));
        pause();
        return new FoundJobs(
                found.getOrDefault(JobName.Likeness.SAME, List.of()),
                found.getOrDefault(JobName.Likeness.ALTERED, List.of()),
                found.getOrDefault(JobName.Likeness.OTHER, List.of()));
    }

    private static JobRequest named(JobRequest request, String name) {
        return new JobRequest(name, request.contactName(), request.estimateAmount(), request.deadline());
    }

    private void pause() {
        if (!pauses.isEmpty()) {
            pauses.poll().run();
        }
    }

    private XeroJob add(JobRequest request, Instant at) {
        created.add(new Created(request, at, organisation));
        return job(created.size() - 1);
    }

    private static XeroJob job(int index) {
        return new XeroJob("job-" + index, "https://xero.example/job-" + index);
    }

    private static ExportFailure silence() {
        return ExportFailure.unavailable(new ExportError("Xero did not answer in time.", "Retry."), null);
    }
}
