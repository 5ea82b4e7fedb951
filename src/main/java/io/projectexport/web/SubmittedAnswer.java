package io.projectexport.web;

import io.projectexport.export.ExportStatus;
import java.util.UUID;

/** What a submission led to. */
record SubmittedAnswer(UUID exportId, ExportStatus status) {}
