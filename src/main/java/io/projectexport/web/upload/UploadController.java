package io.projectexport.web.upload;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.permission.ActionRules;
import io.projectexport.export.submission.ProjectField;
import io.projectexport.export.text.DisplayFormat;
import io.projectexport.export.upload.FindUploads;
import io.projectexport.web.csv.ExampleCsv;
import io.projectexport.web.mapping.UploadedFile;
import io.projectexport.web.mapping.UploadedFile.Choice;
import io.projectexport.web.page.BatchProgress;
import io.projectexport.web.page.CurrentViewer;
import io.projectexport.web.page.PageController;
import io.projectexport.web.page.ViewerAdvice.Viewer;
import io.projectexport.web.problem.RefusalStatus;
import io.projectexport.web.sheet.CsvSheet;
import io.projectexport.web.sheet.Headings;
import io.projectexport.web.upload.UploadSubmission.Pressed;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Submits many projects from a file, after the person has seen how the file was understood. */
@PageController
@RequestMapping("/jobs/upload")
public class UploadController {

    private static final DataSize LARGEST = DataSize.ofMegabytes(1);
    private static final String PAGE = "upload";

    private final UploadPreviewFactory previews;
    private final UploadSubmission submission;
    private final FindUploads uploads;
    private final ActionRules rules;
    private final DisplayFormat format;

    UploadController(
            UploadPreviewFactory previews,
            UploadSubmission submission,
            FindUploads uploads,
            ActionRules rules,
            DisplayFormat format) {
        this.previews = previews;
        this.submission = submission;
        this.uploads = uploads;
        this.rules = rules;
        this.format = format;
    }

    @ModelAttribute("optionalFields")
    String optionalFields() {
        return Stream.of(ProjectField.values())
                .filter(field -> !field.isRequired())
                .map(ProjectField::label)
                .collect(Collectors.joining(", "));
    }

    @GetMapping
    ModelAndView form(@CurrentViewer Viewer viewer) {
        rules.checkMaySubmit(viewer.person());
        List<BatchProgress> latest = uploads.latest(viewer.person()).stream()
                .map(upload -> UploadProgressController.progress(upload, format))
                .toList();
        return new ModelAndView(PAGE, "latest", latest);
    }

    @GetMapping("/example.csv")
    ResponseEntity<String> example() {
        ContentDisposition download =
                ContentDisposition.attachment().filename("projects-example.csv").build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, download.toString())
                .contentType(new MediaType("text", "csv", UTF_8))
                .body(ExampleCsv.text());
    }

    @PostMapping
    ModelAndView preview(@RequestParam MultipartFile file, @CurrentViewer Viewer viewer) throws IOException {
        rules.checkMaySubmit(viewer.person());
        if (file.getSize() > LARGEST.toBytes()) {
            String problem = "The file is too large: %d MB fit. Send it in parts.".formatted(LARGEST.toMegabytes());
            return form(HttpStatus.PAYLOAD_TOO_LARGE, problem);
        }
        byte[] bytes = file.getBytes();
        return preview(() -> previews.of(SentFile.of(bytes), viewer.person()));
    }

    /**
     * The same file again, after somebody said how it is meant.
     *
     * @param anew not null to find that out anew, whatever was chosen
     */
    @PostMapping("/read")
    ModelAndView read(
            SentFile file, Choice choice, @RequestParam(required = false) String anew, @CurrentViewer Viewer viewer) {
        rules.checkMaySubmit(viewer.person());
        return preview(() -> file.isOtherSheet()
                ? previews.of(file, viewer.person())
                : previews.of(file, anew == null ? choice : Choice.NONE, viewer.person()));
    }

    private static ModelAndView preview(Supplier<UploadPreview> preview) {
        try {
            return new ModelAndView(PAGE, "preview", preview.get());
        } catch (ActionRefused refused) {
            return form(RefusalStatus.of(refused), refused.getMessage());
        }
    }

    private static ModelAndView form(HttpStatus status, String problem) {
        ModelAndView form = new ModelAndView(PAGE, status);
        form.addObject("problem", problem);
        return form;
    }

    @PostMapping("/submit")
    String submit(@RequestParam String csv, Choice choice, Pressed pressed, @CurrentViewer Viewer viewer) {
        return "redirect:/jobs/upload/" + submission.submit(read(csv, choice), pressed, viewer.person());
    }

    private static UploadedFile read(String csv, Choice choice) {
        return UploadedFile.of(CsvSheet.read(csv, UploadController::isHeading), choice);
    }

    private static boolean isHeading(String name) {
        return Headings.familiar(name).isPresent();
    }
}
