package io.projectexport.export.submission;

import io.projectexport.export.permission.FieldError;
import io.projectexport.export.project.Project;
import io.projectexport.export.project.ProjectExport;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The project numbers that are not free for the next row of a file: those of live project exports, unless the row corrects one, and of
 * earlier rows.
 */
final class TakenNumbers {

    private final Map<String, ProjectExport> live;
    private final Map<String, Integer> rows = new HashMap<>();

    private final Predicate<ProjectExport> readable;
    private final Predicate<ProjectExport> correctable;

    /**
     * @param readable whether the person who asks may read it; of others nothing is told but that the number is taken
     * @param correctable whether the person who asks may resubmit it
     */
    TakenNumbers(List<ProjectExport> live, Predicate<ProjectExport> readable, Predicate<ProjectExport> correctable) {
        this.readable = readable;
        this.correctable = correctable;
        this.live = live.stream()
                .collect(Collectors.toMap(e -> Project.comparable(e.project().number()), Function.identity()));
    }

    void take(String number, int row) {
        rows.put(Project.comparable(number), row);
    }

    /** Who has the number; empty when it is free, or its project can be corrected. */
    Optional<FieldError> problem(String number) {
        return live(number)
                .filter(first -> !correctable.test(first))
                .map(first -> by(first, number, readable))
                .or(() -> Optional.ofNullable(rows.get(Project.comparable(number)))
                        .map(row -> byRow(row, number)));
    }

    /** The project that a row with this number corrects. */
    Optional<ProjectExport> corrected(String number) {
        return live(number).filter(correctable);
    }

    private Optional<ProjectExport> live(String number) {
        return Optional.ofNullable(live.get(Project.comparable(number)));
    }

    /** In the same words at a submission and before it. */
    static FieldError by(ProjectExport first, String number, Predicate<ProjectExport> readable) {
        if (!readable.test(first)) {
            return error("Project number %s is taken.".formatted(number));
        }
        String message = "Project number %s is already there: \"%s\" is %s."
                .formatted(number, first.project().name(), first.status().label());
        return new FieldError(ProjectField.PROJECT_NUMBER.key(), message, first.id());
    }

    private static FieldError byRow(int row, String number) {
        return error("Project number %s is already in row %d of this file.".formatted(number, row));
    }

    private static FieldError error(String message) {
        return new FieldError(ProjectField.PROJECT_NUMBER.key(), message);
    }
}
