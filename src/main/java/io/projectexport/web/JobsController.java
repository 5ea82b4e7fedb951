package io.projectexport.web;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Shows the list of project exports. */
@PageController
class JobsController {

    private final JobsPages pages;

    JobsController(JobsPages pages) {
        this.pages = pages;
    }

    @GetMapping("/jobs")
    String list(
            SearchParameters parameters,
            @ModelAttribute(name = PageFrame.VIEWER, binding = false) PageFrame.Viewer viewer,
            Model model) {
        model.addAttribute("page", pages.page(parameters, viewer.person()));
        return "jobs";
    }
}
