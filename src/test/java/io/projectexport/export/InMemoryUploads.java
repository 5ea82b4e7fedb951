package io.projectexport.export;

import io.projectexport.export.upload.UploadedProject;
import io.projectexport.export.upload.Uploads;

/** Uploads in memory, for tests of the business and of pages. */
public final class InMemoryUploads extends InMemoryBatches<UploadedProject> implements Uploads {}
