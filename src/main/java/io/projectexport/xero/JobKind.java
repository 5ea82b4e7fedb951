package io.projectexport.xero;

import io.projectexport.export.ExportRefused;
import io.projectexport.export.JobRequest;
import java.util.List;
import java.util.UUID;

/** What a job is in Xero. */
interface JobKind {

    int maxNameLength();

    boolean hasContacts();

    /** As {@link io.projectexport.export.Accounting#preview}; {@code currency} is null as long as it is not known. */
    String preview(JobRequest request, String currency);

    /**
     * Creates the job.
     *
     * @return Xero's id of it
     * @throws ExportRefused as {@link io.projectexport.export.Accounting#create}
     */
    UUID create(JobRequest request, String idempotencyKey);

    /**
     * The ids of all jobs with exactly this name.
     *
     * @throws ExportRefused as {@link io.projectexport.export.Accounting#find}
     */
    List<UUID> find(String name);

    /** Opens a job in Xero, where no template is set. */
    String defaultUrlTemplate();

    /** Reads what only {@link #preview} needs. */
    default void learn() {}
}
