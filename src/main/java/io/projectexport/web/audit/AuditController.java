package io.projectexport.web.audit;

import io.projectexport.export.audit.AuditLine;
import io.projectexport.export.audit.ReadAudit;
import io.projectexport.export.permission.People;
import io.projectexport.export.text.DisplayFormat;
import io.projectexport.web.csv.AuditCsv;
import io.projectexport.web.page.CurrentViewer;
import io.projectexport.web.page.PageController;
import io.projectexport.web.page.ViewerAdvice.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The audit log, for administrators: a page of it, or all that the filter finds as a file that is never in memory as a whole. */
@PageController
public class AuditController {

    private static final int PAGE_SIZE = 50;

    private final ReadAudit audit;
    private final People people;
    private final DisplayFormat format;

    AuditController(ReadAudit audit, People people, DisplayFormat format) {
        this.audit = audit;
        this.people = people;
        this.format = format;
    }

    @GetMapping("/admin/audit")
    ModelAndView show(AuditForm asked, @CurrentViewer Viewer viewer) {
        List<AuditLine> lines =
                audit.page(asked.filter(format.zone()), asked.position(), PAGE_SIZE + 1, viewer.person());
        Map<String, String> names = people.names(
                lines.stream().map(line -> line.entry().actor().userId()).toList());
        return new ModelAndView("audit", "page", AuditPage.of(asked, lines, PAGE_SIZE, names, format));
    }

    @GetMapping("/admin/audit.csv")
    void download(AuditForm asked, @CurrentViewer Viewer viewer, HttpServletResponse response) throws IOException {
        // asked first, because a refusal is a page and no file
        Stream<AuditLine> all = audit.all(asked.filter(format.zone()), viewer.person());
        ContentDisposition file =
                ContentDisposition.attachment().filename("audit.csv").build();
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, file.toString());
        response.setContentType("text/csv;charset=UTF-8");
        AuditCsv.write(all, format, response.getWriter());
    }
}
