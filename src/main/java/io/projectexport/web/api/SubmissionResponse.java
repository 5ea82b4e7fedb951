package io.projectexport.web.api;

import io.projectexport.export.project.ExportStatus;
import java.util.UUID;

/** What a submission led to. */
record SubmissionResponse(UUID exportId, ExportStatus status) {}
