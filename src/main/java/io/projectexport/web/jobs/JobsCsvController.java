package io.projectexport.web.jobs;

import io.projectexport.export.project.ExportStatus;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.export.query.FindProjects;
import io.projectexport.export.query.ProjectQuery;
import io.projectexport.web.csv.JobsCsv;
import io.projectexport.web.input.SearchParameters;
import io.projectexport.web.page.CurrentViewer;
import io.projectexport.web.page.PageController;
import io.projectexport.web.page.ViewerAdvice;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.stream.Stream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;

/** Controller of the CSV download of the whole list, whichever page of it is open; it begins at once and is never in memory as a whole. */
@PageController
public class JobsCsvController {

    private static final ProjectQuery OWN_REJECTED =
            new ProjectQuery(ExportStatus.REJECTED, null, null, ProjectQuery.Sort.PROJECT_NUMBER, false, 0, 1);

    private final FindProjects projects;
    private final JobsCsv csv;

    JobsCsvController(FindProjects projects, JobsCsv csv) {
        this.projects = projects;
        this.csv = csv;
    }

    @GetMapping("/jobs/projects.csv")
    void download(SearchParameters shown, @CurrentViewer ViewerAdvice.Viewer viewer, HttpServletResponse response)
            throws IOException {
        send("projects.csv", ListDefaults.ordered(shown).toQuery(), viewer, response);
    }

    /** The viewer's own that were rejected, also where the list shows everybody's: the upload page takes the file back as corrections. */
    @GetMapping("/jobs/upload/rejected.csv")
    void toCorrect(@CurrentViewer ViewerAdvice.Viewer viewer, HttpServletResponse response) throws IOException {
        send("rejected-projects.csv", OWN_REJECTED.ownedBy(viewer.person().userId()), viewer, response);
    }

    private void send(String name, ProjectQuery query, ViewerAdvice.Viewer viewer, HttpServletResponse response)
            throws IOException {
        // asked first, because a refusal is a page and no file
        Stream<ProjectExport> all = projects.all(query, viewer.person());
        ContentDisposition download =
                ContentDisposition.attachment().filename(name).build();
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, download.toString());
        response.setContentType("text/csv;charset=UTF-8");
        csv.write(all, response.getWriter());
    }
}
