package io.projectexport.export.submission;

import io.projectexport.export.project.Submission;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a resubmission changed, field by field; the history keeps it, so that what was submitted in each round can be told from the last
 * round backwards.
 */
final class SubmissionChanges {

    private SubmissionChanges() {}

    /** One line a field, for example {@code Client: Harbour Council → Harbour Trust}. */
    static String between(Submission before, Submission after) {
        Map<String, Object> old = SubmittedFields.of(before);
        Map<String, Object> current = SubmittedFields.of(after);
        String changes = Stream.of(ProjectField.values())
                .filter(field -> !Objects.equals(old.get(field.key()), current.get(field.key())))
                .map(field -> "%s: %s → %s"
                        .formatted(field.label(), shown(old.get(field.key())), shown(current.get(field.key()))))
                .collect(Collectors.joining("\n"));
        return changes.isEmpty() ? "Nothing was changed." : changes;
    }

    private static Object shown(Object value) {
        return value == null ? "(empty)" : value;
    }
}
