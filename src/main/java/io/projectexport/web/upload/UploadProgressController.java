package io.projectexport.web.upload;

import io.projectexport.export.bulk.Batch;
import io.projectexport.export.text.DisplayFormat;
import io.projectexport.export.upload.FindUploads;
import io.projectexport.web.page.BatchProgress;
import io.projectexport.web.page.CurrentViewer;
import io.projectexport.web.page.PageController;
import io.projectexport.web.page.ViewerAdvice.Viewer;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** Controller of the page of one upload: how far it has come, and what became of its rows. */
@PageController
public class UploadProgressController {

    private final FindUploads uploads;
    private final DisplayFormat format;

    UploadProgressController(FindUploads uploads, DisplayFormat format) {
        this.uploads = uploads;
        this.format = format;
    }

    static BatchProgress progress(Batch upload, DisplayFormat format) {
        return new BatchProgress(upload, format.moment(upload.submittedAt()), "submitted");
    }

    @GetMapping("/jobs/upload/{uploadId}")
    ModelAndView show(@PathVariable UUID uploadId, @CurrentViewer Viewer viewer) {
        Batch upload = uploads.one(uploadId, viewer.person());
        ModelAndView page = new ModelAndView("uploaded", "upload", progress(upload, format));
        return page.addObject("rows", upload.isDone() ? uploads.rows(upload) : List.of());
    }
}
