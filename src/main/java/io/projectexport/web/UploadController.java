package io.projectexport.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.projectexport.export.ActionRefused;
import io.projectexport.export.ActionRules;
import io.projectexport.export.ApprovalProcess;
import io.projectexport.export.FieldError;
import io.projectexport.export.SubmitProject;
import io.projectexport.web.PageFrame.Viewer;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Submits many projects from a CSV file, after the person has seen how the file was understood. */
@PageController
@RequestMapping("/jobs/upload")
class UploadController {

    private static final int MAX_ROWS = 1000;
    private static final String PAGE = "upload";

    private final ApprovalProcess process;
    private final SubmitProject submissions;
    private final ActionRules rules;

    UploadController(ApprovalProcess process, SubmitProject submissions, ActionRules rules) {
        this.process = process;
        this.submissions = submissions;
        this.rules = rules;
    }

    /**
     * What became of one row.
     *
     * @param row 1 is the first project
     * @param id null when refused
     * @param messages empty when submitted
     */
    record Result(int row, String label, UUID id, List<String> messages) {}

    @GetMapping
    ModelAndView form(@ModelAttribute(name = PageFrame.VIEWER, binding = false) Viewer viewer) {
        rules.checkMaySubmit(viewer.person());
        return new ModelAndView(PAGE);
    }

    @PostMapping
    ModelAndView preview(
            @RequestParam MultipartFile file, @ModelAttribute(name = PageFrame.VIEWER, binding = false) Viewer viewer)
            throws IOException {
        rules.checkMaySubmit(viewer.person());
        byte[] csv = file.getBytes();
        try {
            List<Map<String, Object>> projects = read(csv);
            List<List<String>> problems = projects.stream().map(this::problems).toList();
            return new ModelAndView(
                    PAGE,
                    Map.of(
                            "names",
                            projects.get(0).keySet(),
                            "projects",
                            projects,
                            "problems",
                            problems,
                            "wrong",
                            problems.stream().filter(row -> !row.isEmpty()).count(),
                            "csv",
                            new String(csv, UTF_8)));
        } catch (ActionRefused refused) {
            ModelAndView form = new ModelAndView(PAGE, PageProblems.status(refused));
            form.addObject("problem", refused.getMessage());
            return form;
        }
    }

    private List<String> problems(Map<String, Object> project) {
        return submissions.problems(ProjectFields.of(project)).stream()
                .map(FieldError::message)
                .toList();
    }

    @PostMapping("/submit")
    ModelAndView submit(@RequestParam String csv) {
        List<Map<String, Object>> projects = read(csv.getBytes(UTF_8));
        List<Result> results = IntStream.rangeClosed(1, projects.size())
                .mapToObj(row -> submit(row, projects.get(row - 1)))
                .toList();
        return new ModelAndView(PAGE, Map.of("results", results));
    }

    private static List<Map<String, Object>> read(byte[] csv) {
        List<Map<String, Object>> projects = ProjectsCsv.read(csv);
        PerItem.checkNumber("the file", projects, MAX_ROWS);
        return projects;
    }

    private Result submit(int row, Map<String, Object> project) {
        String label = "%s %s".formatted(project.get("projectNumber"), project.get("projectName"));
        return PerItem.answer(
                () -> new Result(row, label, process.submit(ProjectFields.of(project)), List.of()),
                errors -> new Result(
                        row,
                        label,
                        null,
                        errors.stream().map(ErrorAnswer::message).toList()));
    }
}
