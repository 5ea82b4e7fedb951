package io.projectexport.web.upload;

import io.projectexport.export.text.DisplayFormat;
import io.projectexport.export.upload.Upload;
import io.projectexport.export.upload.UploadRow;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * How far an upload has come.
 *
 * @param time when it was submitted
 * @param rows what became of each, once all are done; empty before
 */
record UploadProgress(Upload upload, String time, List<UploadRow> rows) {

    /** One that is only counted. */
    static UploadProgress of(Upload upload, DisplayFormat format) {
        return new UploadProgress(upload, format.moment(upload.submittedAt()), List.of());
    }

    /** The same with what became of its rows. */
    UploadProgress with(List<UploadRow> results) {
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
        return upload.submitted() + upload.refused();
    }

    /** How many were submitted, of how many as long as it goes on, and how many were not, if any. */
    public String summary() {
        String submitted = done()
                ? String.format(Locale.ENGLISH, "%,d submitted", upload.submitted())
                : String.format(Locale.ENGLISH, "%,d of %,d submitted", upload.submitted(), upload.total());
        return upload.refused() == 0
                ? submitted
                : String.format(Locale.ENGLISH, "%s, %,d refused", submitted, upload.refused());
    }
}
