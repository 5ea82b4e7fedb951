package io.projectexport.export.upload;

import io.projectexport.export.bulk.Batches;

/** Port to stored uploads: batches with a row for each row of a file. */
public interface Uploads extends Batches<UploadedProject> {}
