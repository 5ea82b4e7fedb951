package io.projectexport.export.exactlyonce;

import io.projectexport.export.accounting.JobRequest;
import java.time.Instant;
import java.util.UUID;

/**
 * The job that an approver accepted, ready to be created.
 *
 * @param hash of everything that was approved; another hash means another job
 * @param submittedAt since when the project number belongs to this project export
 * @param organisation that it was approved for; null where it is not known
 */
public record ApprovedJob(UUID exportId, JobRequest request, String hash, Instant submittedAt, String organisation) {}
