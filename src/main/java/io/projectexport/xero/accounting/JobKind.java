package io.projectexport.xero.accounting;

import io.projectexport.export.accounting.ExportFailure;
import io.projectexport.export.accounting.JobRequest;
import java.util.List;
import java.util.UUID;

/** What a job is in Xero. */
interface JobKind {

    int maxNameLength();

    boolean hasContacts();

    /** Whether a job's deadline is sent. */
    default boolean hasDeadlines() {
        return false;
    }

    /** As {@link io.projectexport.export.accounting.Accounting#preview}; {@code currency} is null as long as it is not known. */
    String preview(JobRequest request, String currency);

    /** As {@link io.projectexport.export.accounting.Accounting#jobKind}. */
    String name();

    /**
     * Creates the job.
     *
     * @param organisation as in {@link io.projectexport.export.accounting.Accounting#create}
     * @param deadline for the creating call, to be checked right before it
     * @return Xero's id of it
     * @throws ExportFailure as {@link io.projectexport.export.accounting.Accounting#create}
     */
    UUID create(JobRequest request, String idempotencyKey, String organisation, Deadline deadline);

    /**
     * All jobs there are.
     *
     * @throws ExportFailure as {@link io.projectexport.export.accounting.Accounting#find}
     */
    List<ListedJob> list();

    /**
     * Makes the smallest call there is about jobs.
     *
     * @throws ExportFailure as {@link io.projectexport.export.accounting.Accounting#check}
     */
    void check();

    /** Opens a job in Xero, where no template is set. */
    String defaultUrlTemplate();

    /** Reads what only {@link #preview} needs. */
    default void load() {}
}
