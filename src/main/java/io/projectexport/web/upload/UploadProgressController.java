package io.projectexport.web.upload;

import io.projectexport.export.bulk.Batch;
import io.projectexport.export.text.DisplayFormat;
import io.projectexport.export.upload.FindUploads;
import io.projectexport.web.page.CurrentViewer;
import io.projectexport.web.page.PageController;
import io.projectexport.web.page.ViewerAdvice.Viewer;
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

    @GetMapping("/jobs/upload/{uploadId}")
    ModelAndView show(@PathVariable UUID uploadId, @CurrentViewer Viewer viewer) {
        Batch upload = uploads.one(uploadId, viewer.person());
        UploadProgress counted = UploadProgress.of(upload, format);
        return new ModelAndView("uploaded", "upload", upload.isDone() ? counted.with(uploads.rows(upload)) : counted);
    }
}
