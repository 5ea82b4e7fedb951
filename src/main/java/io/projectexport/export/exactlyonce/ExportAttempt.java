package io.projectexport.export.exactlyonce;

import io.projectexport.export.accounting.Accounting;
import io.projectexport.export.accounting.FoundJob;
import io.projectexport.export.accounting.XeroJob;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An attempt to create one approved job in Xero; each change is stored before the call that depends on it.
 *
 * @param number 1 for the first of a project export
 * @param version counts the changes stored; 0 before the first, so that of two runs only one stores a change
 * @param key the idempotency key, sent with each call
 * @param payloadHash {@link ApprovedJob#hash()}
 * @param jobName the name to look for while the outcome is unknown
 * @param organisation {@link Accounting#organisation()} that the last creating call went to; null when none was made, or it is not known
 * @param job null unless {@code CREATED}
 */
public record ExportAttempt(
        UUID exportId,
        int number,
        int version,
        String key,
        String payloadHash,
        String jobName,
        String organisation,
        State state,
        CreateCalls calls,
        LookupResult lookup,
        XeroJob job) {

    /** What the last creating call led to. */
    public enum State {
        /** None was made yet, or Xero surely did nothing. */
        NOT_CREATED,
        /** Began and has not ended with a definite outcome. */
        UNKNOWN,
        /** Xero refused the payload. */
        REFUSED,
        CREATED
    }

    static ExportAttempt first(ApprovedJob approved) {
        return begin(1, approved, LookupResult.NONE);
    }

    /** The next one, with a key of its own. */
    ExportAttempt next(ApprovedJob approved) {
        return begin(number + 1, approved, isFor(approved) ? lookup.restart() : LookupResult.NONE);
    }

    private static ExportAttempt begin(int number, ApprovedJob approved, LookupResult lookup) {
        return new ExportAttempt(
                approved.exportId(),
                number,
                0,
                newKey(),
                approved.hash(),
                approved.request().name(),
                null,
                State.NOT_CREATED,
                CreateCalls.NONE,
                lookup,
                null);
    }

    private static String newKey() {
        return UUID.randomUUID().toString();
    }

    boolean isFor(ApprovedJob approved) {
        return payloadHash.equals(approved.hash());
    }

    /** Whether its last creating call went to another organisation than this one, as far as that is known. */
    boolean wentElsewhere(String other) {
        return organisation != null && other != null && !organisation.equals(other);
    }

    ExportAttempt called(Instant at, String calledOrganisation) {
        return new ExportAttempt(
                exportId,
                number,
                version,
                key,
                payloadHash,
                jobName,
                calledOrganisation,
                State.UNKNOWN,
                calls.began(at),
                lookup.restart(),
                null);
    }

    ExportAttempt unanswered(Instant at, String problem) {
        return with(State.UNKNOWN, calls.unanswered(at, problem), lookup, null);
    }

    /** Its last call began by then, whatever a clock that was ahead has told. */
    ExportAttempt atLatest(Instant then) {
        return with(state, calls.atLatest(then), lookup, null);
    }

    ExportAttempt ended(State state) {
        return with(state, calls, lookup, null);
    }

    ExportAttempt created(XeroJob created) {
        return with(State.CREATED, calls, lookup.restart(), created);
    }

    ExportAttempt absent(Instant lookedAt) {
        return with(state, calls, lookup.absent(lookedAt), null);
    }

    ExportAttempt dismissing(List<FoundJob> jobs) {
        return with(state, calls, lookup.dismiss(jobs), job);
    }

    ExportAttempt givenUp() {
        return with(State.NOT_CREATED, calls.resetCount(), lookup.restart(), null);
    }

    ExportAttempt toChooseFrom(List<FoundJob> jobs) {
        return with(state, calls, lookup.toChooseFrom(jobs), job);
    }

    /** A person says that this job is the approved one. */
    ExportAttempt linked(ApprovedJob approved, XeroJob chosen) {
        return new ExportAttempt(
                exportId,
                number,
                version,
                key,
                approved.hash(),
                jobName,
                organisation,
                State.CREATED,
                calls,
                lookup.restart(),
                chosen);
    }

    /** The same, where Xero is to be asked for the job once more before the project is linked to it. */
    ExportAttempt linkedUnconfirmed(ApprovedJob approved, FoundJob chosen) {
        return linked(approved, chosen.job()).named(approved.request().name()).toChooseFrom(List.of(chosen));
    }

    private ExportAttempt named(String name) {
        return new ExportAttempt(
                exportId, number, version, key, payloadHash, name, organisation, state, calls, lookup, job);
    }

    /** Whether it was linked by {@link #linkedUnconfirmed} and not confirmed since. */
    boolean isUnconfirmed() {
        return state == State.CREATED
                && lookup.found().stream().anyMatch(found -> found.job().equals(job));
    }

    /** Whether a call has or may have created a job; one that an approver chose among those found was there before. */
    public boolean mayHaveJob() {
        return state == State.UNKNOWN || state == State.CREATED && !isUnconfirmed();
    }

    /** A person says that none of the jobs found is the approved one. */
    ExportAttempt startedAnew(ApprovedJob approved) {
        return new ExportAttempt(
                exportId,
                number,
                version,
                newKey(),
                approved.hash(),
                approved.request().name(),
                null,
                State.NOT_CREATED,
                CreateCalls.NONE,
                lookup.dismissAll(),
                null);
    }

    /** As it is once this change is stored. */
    public ExportAttempt stored() {
        return new ExportAttempt(
                exportId, number, version + 1, key, payloadHash, jobName, organisation, state, calls, lookup, job);
    }

    private ExportAttempt with(State next, CreateCalls nextCalls, LookupResult nextLookup, XeroJob nextJob) {
        return new ExportAttempt(
                exportId,
                number,
                version,
                key,
                payloadHash,
                jobName,
                organisation,
                next,
                nextCalls,
                nextLookup,
                nextJob);
    }
}
