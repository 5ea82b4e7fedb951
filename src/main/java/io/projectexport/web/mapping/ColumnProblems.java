package io.projectexport.web.mapping;

import io.projectexport.export.submission.ProjectField;
import io.projectexport.web.sheet.Headings;
import io.projectexport.web.sheet.SheetRow;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What somebody has to choose before a file can be read. */
final class ColumnProblems {

    private static final int MOST_NAMED = 5;

    private ColumnProblems() {}

    /** Sentences; empty when nothing is missing and nothing is there twice. */
    static List<String> of(UploadColumns columns) {
        return Stream.concat(
                        conflicts(columns).stream(),
                        Stream.of(ProjectField.PROJECT_NUMBER, ProjectField.PROJECT_NAME)
                                .filter(field -> !columns.fields().containsValue(field))
                                .map(field -> missing(columns, field)))
                .toList();
    }

    /** Fields that several columns are read as. */
    static List<String> conflicts(UploadColumns columns) {
        Map<ProjectField, List<String>> byField = columns.fields().entrySet().stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue,
                        Collectors.mapping(entry -> named(columns, entry.getKey()), Collectors.toList())));
        return Stream.of(ProjectField.values())
                .filter(field -> byField.getOrDefault(field, List.of()).size() > 1)
                .map(field -> "%s can only be one column, and these are chosen: %s. Leave the others out."
                        .formatted(field.label(), Several.of(byField.get(field), MOST_NAMED)))
                .toList();
    }

    private static String named(UploadColumns columns, int column) {
        String letter = SheetRow.letter(column);
        String label = columns.label(column);
        return label.isEmpty() ? letter : "%s \"%s\"".formatted(letter, label);
    }

    private static String missing(UploadColumns columns, ProjectField field) {
        List<String> alike = columns.heading().cells().stream()
                .filter(name -> Headings.isLike(field, name))
                .toList();
        String hint = alike.size() == 1 ? "; did you mean \"%s\"?".formatted(ShownText.of(alike.get(0))) : ".";
        String what = field == ProjectField.PROJECT_NUMBER ? "project numbers" : "project names";
        return "No column of this file has the %s. Choose below which one it is%s".formatted(what, hint);
    }
}
