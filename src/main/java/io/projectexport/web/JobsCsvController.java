package io.projectexport.web;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Downloads the list that is shown. */
@PageController
class JobsCsvController {

    private final JobsCsv csv;

    JobsCsvController(JobsCsv csv) {
        this.csv = csv;
    }

    @GetMapping(path = "/jobs/projects.csv", produces = "text/csv;charset=UTF-8")
    ResponseEntity<String> download(
            SearchParameters shown, @ModelAttribute(name = PageFrame.VIEWER, binding = false) PageFrame.Viewer viewer) {
        ContentDisposition download =
                ContentDisposition.attachment().filename("projects.csv").build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, download.toString())
                .body(csv.write(shown.toQuery(), viewer.person()));
    }
}
