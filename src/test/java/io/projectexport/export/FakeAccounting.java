package io.projectexport.export;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** An accounting system in memory whose answers a test can script. */
public final class FakeAccounting implements Accounting {

    /** What to do with the next creating call. */
    public enum Answer {
        CREATE,
        CREATE_BUT_STAY_SILENT,
        STAY_SILENT,
        REFUSE,
        RATE_LIMIT,
        NOT_CONNECTED
    }

    private final Deque<Answer> answers = new ArrayDeque<>();
    private final List<JobRequest> created = new ArrayList<>();
    private final List<String> keys = new ArrayList<>();
    private boolean listLags;
    private int looks;

    public FakeAccounting next(Answer... next) {
        answers.addAll(List.of(next));
        return this;
    }

    /** From now on the list does not show what exists. */
    void listLags(boolean lags) {
        listLags = lags;
    }

    public List<JobRequest> created() {
        return created;
    }

    List<String> keys() {
        return keys;
    }

    int looks() {
        return looks;
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
    public String preview(JobRequest request) {
        return "Project: " + request.name();
    }

    @Override
    public XeroJob create(JobRequest request, String idempotencyKey) {
        keys.add(idempotencyKey);
        return switch (answers.isEmpty() ? Answer.CREATE : answers.poll()) {
            case CREATE -> add(request);
            case CREATE_BUT_STAY_SILENT -> {
                add(request);
                throw silence();
            }
            case STAY_SILENT -> throw silence();
            case REFUSE -> throw ExportRefused.refused(List.of(new ExportError("Name is not unique", "Rename it.")));
            case RATE_LIMIT -> throw ExportRefused.rateLimited(Fixture.NOW.plusSeconds(30), "60 calls a minute");
            case NOT_CONNECTED ->
                throw ExportRefused.notConnected(new ExportError("invalid_grant", "Reconnect to Xero."), null);
        };
    }

    @Override
    public List<XeroJob> find(String name) {
        looks++;
        return listLags
                ? List.of()
                : created.stream()
                        .filter(r -> r.name().equals(name))
                        .map(r -> job(created.indexOf(r)))
                        .toList();
    }

    private XeroJob add(JobRequest request) {
        created.add(request);
        return job(created.size() - 1);
    }

    private static XeroJob job(int index) {
        return new XeroJob("job-" + index, "https://xero.example/job-" + index);
    }

    private static ExportRefused silence() {
        return ExportRefused.unavailable(new ExportError("Xero did not answer in time.", "Retry."), null);
    }
}
