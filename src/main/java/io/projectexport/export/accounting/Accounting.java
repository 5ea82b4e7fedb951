package io.projectexport.export.accounting;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Port to the accounting system that jobs are created in. */
public interface Accounting {

    /** The longest name that a job may have there, in characters. */
    int maxNameLength();

    /** Whether a job can have a contact there. */
    boolean hasContacts();

    /** ISO 4217 code of the currency that amounts are in there; empty as long as it is not known. Makes no call. */
    default Optional<String> currency() {
        return Optional.empty();
    }

    /** What is known of the organisation that jobs are created in; empty as long as nothing is. Makes no call. */
    default Optional<OrganisationProfile> profile() {
        return Optional.empty();
    }

    /**
     * What the organisation calls its time zone, where nobody here knows that name, so that days are told in the installation's. Makes no
     * call.
     */
    default Optional<String> unknownTimeZone() {
        return Optional.empty();
    }

    /**
     * Id of the organisation that jobs are created in at this moment; empty as long as none is connected, or it is not known. Makes no
     * call.
     */
    Optional<String> organisation();

    /** What people call this organisation; its id where no name is known. Makes no call. */
    default String organisationName(String id) {
        return id;
    }

    /** What a job is there and what it is created in, as far as settings change that; two kinds never have the same text. */
    String jobKind();

    /** For how long one call can run, until it is given up. */
    Duration callTimeout();

    /** What {@link #create} will create, word for word, one "label: value" a line. Makes no call. */
    String preview(JobRequest request);

    /**
     * Creates the job, and its contact when there is none of that name. The creating call begins within {@link #callTimeout()}, or not at
     * all.
     *
     * @param idempotencyKey at most 100 characters; the same key never creates a second job while Xero remembers it
     * @param organisation id of the one to create it in, and in no other that is connected meanwhile; null where none is known
     * @throws ExportFailure when there is no job afterwards, or when that is unknown, as {@link ExportFailure#isNothingCreated()} tells
     */
    XeroJob create(JobRequest request, String idempotencyKey, String organisation);

    /** The same in the organisation of this moment. */
    default XeroJob create(JobRequest request, String idempotencyKey) {
        return create(request, idempotencyKey, organisation().orElse(null));
    }

    /**
     * All jobs of the project number that begins this name; a job created seconds ago can be missing.
     *
     * @param asOf how old the list may be; now has Xero asked again
     * @throws ExportFailure when Xero does not respond with a list
     */
    FoundJobs find(String name, Instant asOf);

    /**
     * Asks for something small, to know whether the connection is accepted.
     *
     * @throws ExportFailure when it is not, or Xero does not respond
     */
    void check();
}
