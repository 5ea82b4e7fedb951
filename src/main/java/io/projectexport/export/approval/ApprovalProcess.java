package io.projectexport.export.approval;

import io.projectexport.export.exactlyonce.JobChoice;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Port to the running process behind each project export. Every call acts as the person who is logged in, and is refused with {@link
 * ActionRefused} where the rules refuse it.
 */
public interface ApprovalProcess {

    /**
     * Submits a project.
     *
     * @param fields by the keys of the submission's fields, as they came in
     * @return the new project export's id
     */
    UUID submit(Map<String, Object> fields);

    /** Accepts, with the contact that was chosen. */
    void accept(UUID exportId, JobChoice choice);

    void reject(UUID exportId, String comment);

    /** Exports a failed one again, with the contact that was chosen, and a choice where jobs of its name exist in Xero. */
    void retry(UUID exportId, JobChoice choice);

    void retrieve(UUID exportId);

    /** Resubmits; a field that is not given keeps its value. */
    void resubmit(UUID exportId, Map<String, Object> fields);

    void withdraw(UUID exportId);

    /** The task that waits for somebody, whoever asks; empty when none does. */
    Optional<OpenTask> openTask(UUID exportId);
}
