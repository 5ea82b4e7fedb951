package io.projectexport.web.upload;

import io.projectexport.export.bulk.Batch;
import io.projectexport.export.bulk.BatchRow;
import io.projectexport.export.text.DisplayFormat;
import io.projectexport.export.upload.UploadedProject;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * How far an upload has come.
 *
 * @param time when it was submitted
 * @param rows what became of each, once all are done; empty before
 */
record UploadProgress(Batch upload, String time, List<BatchRow<UploadedProject>> rows) {

    /** One that is only counted. */
    static UploadProgress of(Batch upload, DisplayFormat format) {
        return new UploadProgress(upload, format.moment(upload.submittedAt()), List.of());
    }

    /** The same with what became of its rows. */
    UploadProgress with(List<BatchRow<UploadedProject>> results) {
        return new UploadProgress(upload, time, results);
    }

    public UUID id() {
        return upload.id();
    }

    public boolean done() {
        return upload.isDone();
    }

    public int total() {
        return upload.total();
    }

    public int ended() {
        return upload.done() + upload.refused();
    }

    /** How many were submitted, of how many as long as it goes on, and how many were not, if any. */
    public String summary() {
        String submitted = done()
                ? String.format(Locale.ENGLISH, "%,d submitted", upload.done())
                : String.format(Locale.ENGLISH, "%,d of %,d submitted", upload.done(), upload.total());
        return upload.refused() == 0
                ? submitted
                : String.format(Locale.ENGLISH, "%s, %,d refused", submitted, upload.refused());
    }
}
