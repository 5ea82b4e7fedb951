package io.projectexport.web.diagnostics;

import io.projectexport.export.diagnostics.Fact;
import io.projectexport.export.diagnostics.Facts;
import io.projectexport.export.diagnostics.SendTestMail;
import io.projectexport.export.text.DisplayFormat;
import io.projectexport.web.page.CurrentViewer;
import io.projectexport.web.page.PageController;
import io.projectexport.web.page.ViewerAdvice.Viewer;
import java.util.List;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The page that answers whether everything works; for administrators. */
@PageController
@RequestMapping("/admin/check")
public class DiagnosticsController {

    private final HealthEndpoint health;
    private final List<Facts> facts;
    private final SendTestMail testMail;
    private final DisplayFormat format;

    DiagnosticsController(HealthEndpoint health, List<Facts> facts, SendTestMail testMail, DisplayFormat format) {
        this.health = health;
        this.facts = facts;
        this.testMail = testMail;
        this.format = format;
    }

    @GetMapping
    ModelAndView show(@CurrentViewer Viewer viewer) {
        List<HealthRow> rows = HealthRow.of(health.health());
        List<Fact> told = facts.stream().flatMap(part -> part.tell().stream()).toList();
        ModelAndView page = new ModelAndView("check")
                .addObject("rows", rows)
                .addObject("facts", told)
                .addObject(
                        "works",
                        rows.stream().allMatch(HealthRow::works)
                                && told.stream().allMatch(fact -> fact.problem() == null))
                .addObject("format", format)
                .addObject(
                        "address", viewer.person().getsMail() ? viewer.person().email() : null);
        testMail.last(viewer.person()).ifPresent(mail -> page.addObject("mail", mail));
        return page;
    }

    /** Does not wait for the mail server; the page shows what came of it. */
    @PostMapping("/mail")
    String sendMail(@CurrentViewer Viewer viewer) {
        if (viewer.person().getsMail()) {
            testMail.to(viewer.person());
        }
        return "redirect:/admin/check";
    }
}
