package io.projectexport.export.submission;

import io.projectexport.export.submission.Correction.Change;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is different between two submissions of a project, field by field; the history keeps it, so that what was submitted in each round can
 * be told from the last round backwards.
 */
final class SubmissionChanges {

    private SubmissionChanges() {}

    /** In the order of the form; both as {@link SubmittedFields} has them. */
    static List<Change> between(Map<String, Object> before, Map<String, Object> after) {
        return Stream.of(ProjectField.values())
                .filter(field -> !Objects.equals(before.get(field.key()), after.get(field.key())))
                .map(field -> new Change(field, (String) before.get(field.key()), (String) after.get(field.key())))
                .toList();
    }

    /** One line a field, or that there is none. */
    static String inWords(List<Change> changes) {
        return changes.isEmpty()
                ? "Nothing was changed."
                : changes.stream().map(Change::inWords).collect(Collectors.joining("\n"));
    }
}
