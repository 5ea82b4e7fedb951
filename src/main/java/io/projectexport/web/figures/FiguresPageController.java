package io.projectexport.web.figures;

import io.projectexport.export.permission.People;
import io.projectexport.export.query.ReadFigures;
import io.projectexport.export.query.ReviewFigures;
import io.projectexport.export.query.ReviewFigures.Approver;
import io.projectexport.export.text.DisplayFormat;
import io.projectexport.export.version.FindModelVersions;
import io.projectexport.web.csv.ModelVersionsCsv;
import io.projectexport.web.csv.ReviewsCsv;
import io.projectexport.web.page.CurrentViewer;
import io.projectexport.web.page.PageController;
import io.projectexport.web.page.PageFormat;
import io.projectexport.web.page.ViewerAdvice.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Shows process owners how approvers decide and which versions of the model are in use, on a page and as files for a spreadsheet. */
@PageController
public class FiguresPageController {

    private final ReadFigures figures;
    private final People people;
    private final FindModelVersions versions;
    private final PageFormat format;
    private final DisplayFormat moments;

    FiguresPageController(
            ReadFigures figures, People people, FindModelVersions versions, PageFormat format, DisplayFormat moments) {
        this.figures = figures;
        this.people = people;
        this.versions = versions;
        this.format = format;
        this.moments = moments;
    }

    @GetMapping("/figures")
    ModelAndView show(@CurrentViewer Viewer viewer) {
        ReviewFigures reviews = figures.reviews(viewer.person());
        FiguresPage page = FiguresPage.of(reviews, names(reviews), versions.inUse(viewer.person()), format);
        return new ModelAndView("figures", "page", page);
    }

    @GetMapping("/figures/weeks.csv")
    void weeks(@CurrentViewer Viewer viewer, HttpServletResponse response) throws IOException {
        // asked first, because a refusal is a page and no file
        ReviewFigures reviews = figures.reviews(viewer.person());
        ReviewsCsv.weeks(reviews, file("weeks.csv", response));
    }

    @GetMapping("/figures/approvers.csv")
    void approvers(@CurrentViewer Viewer viewer, HttpServletResponse response) throws IOException {
        ReviewFigures reviews = figures.reviews(viewer.person());
        ReviewsCsv.approvers(reviews, names(reviews), file("approvers.csv", response));
    }

    @GetMapping("/figures/models.csv")
    void models(@CurrentViewer Viewer viewer, HttpServletResponse response) throws IOException {
        ModelVersionsCsv.write(versions.inUse(viewer.person()), moments, file("models.csv", response));
    }

    private Map<String, String> names(ReviewFigures reviews) {
        return people.names(reviews.approvers().stream().map(Approver::userId).toList());
    }

    private static Appendable file(String name, HttpServletResponse response) throws IOException {
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
        response.setContentType("text/csv;charset=UTF-8");
        return response.getWriter();
    }
}
