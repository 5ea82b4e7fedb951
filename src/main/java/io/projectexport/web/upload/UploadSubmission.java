package io.projectexport.web.upload;

import io.projectexport.export.bulk.Batch;
import io.projectexport.export.bulk.BatchRow;
import io.projectexport.export.permission.FieldError;
import io.projectexport.export.permission.Person;
import io.projectexport.export.submission.Correction;
import io.projectexport.export.submission.FindCorrections;
import io.projectexport.export.submission.ProjectField;
import io.projectexport.export.upload.SubmitUpload;
import io.projectexport.export.upload.UploadedProject;
import io.projectexport.export.upload.WorkOffUploads;
import io.projectexport.web.mapping.UploadedFile;
import io.projectexport.web.problem.UnexpectedError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Submits a file that was looked through: all of it is stored, and its first rows are submitted before the person sees the answer. */
@Component
public class UploadSubmission {

    private static final int LONGEST_LABEL = 200;

    private final FindCorrections corrections;
    private final SubmitUpload submitUpload;
    private final WorkOffUploads workOff;

    UploadSubmission(FindCorrections corrections, SubmitUpload submitUpload, WorkOffUploads workOff) {
        this.corrections = corrections;
        this.submitUpload = submitUpload;
        this.workOff = workOff;
    }

    /**
     * What the button of a preview sends along.
     *
     * @param token that no other preview has; null makes each press an upload of its own
     * @param corrections project exports that were shown as corrected; null for whatever the file corrects
     */
    record Pressed(UUID token, Set<UUID> corrections) {

        private boolean hasShown(Correction correction) {
            return corrections == null
                    || corrections.contains(correction.export().id());
        }

        private String tokenOrNew() {
            return Objects.requireNonNullElseGet(token, UUID::randomUUID).toString();
        }
    }

    /** The id of the upload. */
    UUID submit(UploadedFile file, Pressed pressed, Person person) {
        Batch upload = submitUpload.submit(rows(file, pressed, person), pressed.tokenOrNew(), person);
        try {
            workOff.next(upload);
        } catch (RuntimeException failure) {
            // it is stored, and gone on with in the background
            UnexpectedError.report(failure);
        }
        return upload.id();
    }

    private List<BatchRow<UploadedProject>> rows(UploadedFile file, Pressed pressed, Person person) {
        SortedMap<Integer, Map<String, Object>> complete = file.complete();
        Map<Integer, Correction> corrected = corrections.of(complete, person);
        return file.rows().stream()
                .map(row -> {
                    Correction correction = corrected.get(row.number());
                    return correction == null || !pressed.hasShown(correction)
                            ? row(row, row.values(), null)
                            : row(
                                    row,
                                    complete.get(row.number()),
                                    correction.export().id());
                })
                .toList();
    }

    private static BatchRow<UploadedProject> row(UploadedFile.Row row, Map<String, Object> fields, UUID corrects) {
        if (!row.problems().isEmpty()) {
            List<String> messages =
                    row.problems().stream().map(FieldError::message).toList();
            return BatchRow.unreadable(
                    row.number(), label(row.values()), new UploadedProject(Map.of(), null), messages);
        }
        Map<String, String> texts = new LinkedHashMap<>();
        fields.forEach((key, value) -> texts.put(key, Objects.toString(value, null)));
        return BatchRow.waiting(row.number(), label(row.values()), new UploadedProject(texts, corrects), null);
    }

    private static String label(Map<String, Object> values) {
        String label = Stream.of(ProjectField.PROJECT_NUMBER, ProjectField.PROJECT_NAME)
                .map(field -> values.get(field.key()))
                .filter(Objects::nonNull)
                .map(Object::toString)
                .collect(Collectors.joining(" "));
        int length = label.codePointCount(0, label.length());
        return length <= LONGEST_LABEL ? label : label.substring(0, label.offsetByCodePoints(0, LONGEST_LABEL)) + "…";
    }
}
