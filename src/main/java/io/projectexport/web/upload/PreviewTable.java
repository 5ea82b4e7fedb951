package io.projectexport.web.upload;

import io.projectexport.export.permission.FieldError;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.export.submission.ProjectField;
import io.projectexport.web.mapping.Several;
import io.projectexport.web.mapping.UploadedFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The projects of a file as they will be submitted, row by row.
 *
 * @param causes what is wrong with many rows, said once
 */
record PreviewTable(List<Column> columns, List<Line> lines, List<String> causes) {

    private static final int ROWS_OF_ONE_CAUSE = 3;
    private static final int MOST_CAUSES = 20;
    private static final int LONGEST_VALUE = 300;
    private static final Set<ProjectField> ADDRESS = Set.of(
            ProjectField.STREET, ProjectField.CITY, ProjectField.STATE, ProjectField.POSTAL_CODE, ProjectField.COUNTRY);

    /**
     * One column, or the parts of the address, which would be too wide beside each other.
     *
     * @param fields whose values it shows
     */
    record Column(String label, List<ProjectField> fields) {

        static Column of(ProjectField field) {
            return new Column(field.label(), List.of(field));
        }

        /** How it is laid out; null as text. */
        public String style() {
            return switch (fields.get(0)) {
                case DEADLINE -> "date";
                case ESTIMATE_AMOUNT -> "amount";
                case CREATOR_EMAIL -> "address";
                default -> null;
            };
        }
    }

    /**
     * One project of the file.
     *
     * @param row its number in the spreadsheet
     * @param values by field names
     * @param problems empty when the project will go through
     * @param correction null for a new project
     * @param twin another project that it looks like; null for none
     */
    record Line(int row, Map<String, Object> values, List<String> problems, CorrectionText correction, Twin twin) {

        public boolean isRight() {
            return problems.isEmpty();
        }

        public boolean isCorrection() {
            return correction != null;
        }

        public String value(Column column) {
            return column.fields().stream()
                    .map(field -> Objects.toString(values.get(field.key()), "").strip())
                    .filter(value -> !value.isEmpty())
                    .map(Line::shortened)
                    .collect(Collectors.joining(", "));
        }

        private static String shortened(String value) {
            return value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "…";
        }
    }

    /** A project of the same name and client under another number, in words. */
    record Twin(UUID id, String title, String status) {

        static Twin of(ProjectExport export) {
            return new Twin(
                    export.id(), export.project().title(), export.status().label());
        }
    }

    /** A file with what is wrong with its rows and what they correct or look like, by their numbers. */
    static PreviewTable of(
            UploadedFile file,
            Map<Integer, List<FieldError>> problems,
            Map<Integer, CorrectionText> corrections,
            Map<Integer, Twin> twins) {
        Map<String, List<Integer>> common = common(problems);
        return new PreviewTable(
                columns(file.fields()),
                file.rows().stream()
                        .map(row -> new Line(
                                row.number(),
                                row.values(),
                                messages(problems.get(row.number()), common),
                                corrections.get(row.number()),
                                twins.get(row.number())))
                        .toList(),
                common.entrySet().stream()
                        .map(cause -> "Rows %s: %s".formatted(Several.of(cause.getValue(), 5), cause.getKey()))
                        .limit(MOST_CAUSES)
                        .toList());
    }

    private static List<Column> columns(List<ProjectField> fields) {
        List<ProjectField> address =
                fields.stream().filter(ADDRESS::contains).sorted().toList();
        List<Column> columns = new ArrayList<>();
        for (ProjectField field : fields) {
            if (address.size() < 2 || !ADDRESS.contains(field)) {
                columns.add(Column.of(field));
            } else if (columns.stream().noneMatch(column -> column.fields().equals(address))) {
                columns.add(new Column("Address", address));
            }
        }
        return columns;
    }

    private static Map<String, List<Integer>> common(Map<Integer, List<FieldError>> problems) {
        Map<String, List<Integer>> rows = new LinkedHashMap<>();
        new TreeMap<>(problems)
                .forEach((row, errors) -> errors.stream()
                        .map(FieldError::message)
                        .distinct()
                        .forEach(message -> rows.computeIfAbsent(message, m -> new ArrayList<>())
                                .add(row)));
        return rows.entrySet().stream()
                .filter(cause -> cause.getValue().size() > ROWS_OF_ONE_CAUSE)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, LinkedHashMap::new));
    }

    private static List<String> messages(List<FieldError> errors, Map<String, List<Integer>> common) {
        return errors.stream()
                .map(error -> common.containsKey(error.message())
                        ? ProjectField.byKey(String.valueOf(error.field()))
                                .map(field -> field.label() + ": see above.")
                                .orElse("See above.")
                        : error.message())
                .toList();
    }

    long right() {
        return lines.stream().filter(Line::isRight).count();
    }

    /** Whether the file says something about projects that are there already. */
    public boolean correcting() {
        return lines.stream().anyMatch(Line::isCorrection);
    }

    /** Whether something looks like a project that is there already. */
    public boolean noting() {
        return lines.stream().anyMatch(line -> line.twin() != null);
    }

    /** For example "3 projects and 2 corrections". */
    static String kinds(List<Line> lines) {
        int corrections = (int) lines.stream().filter(Line::isCorrection).count();
        int projects = lines.size() - corrections;
        return Stream.of(
                        projects == 0 && corrections > 0 ? null : counted(projects, "project"),
                        corrections == 0 ? null : counted(corrections, "correction"))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" and "));
    }

    private static String counted(int number, String noun) {
        return "%d %s%s".formatted(number, noun, number == 1 ? "" : "s");
    }
}
