package io.projectexport.web.api;

import io.projectexport.export.project.ExportStatus;
import java.util.UUID;

/** Response body of a submission: what it led to. */
record SubmissionResponse(UUID exportId, ExportStatus status) {}
