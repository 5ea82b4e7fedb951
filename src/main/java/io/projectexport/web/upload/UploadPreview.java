package io.projectexport.web.upload;

import io.projectexport.export.permission.FieldError;
import io.projectexport.export.submission.ProjectField;
import io.projectexport.web.sheet.SheetRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A file as it was understood, before anything of it is submitted.
 *
 * @param causes what is wrong with many rows, said once
 * @param notes what is left out, and what should be looked at
 * @param questions how values are written, as far as it matters
 * @param csv the file itself, to be sent again
 */
record UploadPreview(
        List<ProjectField> columns,
        List<Line> lines,
        List<String> causes,
        List<String> notes,
        List<Question> questions,
        String csv) {

    private static final int ROWS_OF_ONE_CAUSE = 3;
    private static final int MOST_CAUSES = 20;
    private static final int LONGEST_VALUE = 300;

    /**
     * One project of the file.
     *
     * @param row its number in the spreadsheet
     * @param values by field names
     * @param problems empty when the project will go through
     * @param correction null for a new project
     */
    record Line(int row, Map<String, Object> values, List<String> problems, CorrectionText correction) {

        public boolean isRight() {
            return problems.isEmpty();
        }

        public boolean isCorrection() {
            return correction != null;
        }

        public String value(ProjectField field) {
            String value = Objects.toString(values.get(field.key()), "");
            return value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "…";
        }
    }

    /**
     * In which way values are written.
     *
     * @param parameter its name in the form
     * @param label what it is about
     * @param ways those to choose from, by their names
     * @param chosen empty when nobody and nothing says it
     * @param told what the values themselves say; empty when nothing
     */
    record Question(String parameter, String label, Map<String, String> ways, String chosen, String told) {

        public boolean isOpen() {
            return told.isEmpty();
        }
    }

    /** A file with what is wrong with its rows and what they correct, by their numbers. */
    static UploadPreview of(
            UploadedFile file,
            Map<Integer, List<FieldError>> problems,
            Map<Integer, CorrectionText> corrections,
            String csv) {
        Map<String, List<Integer>> common = common(problems);
        return new UploadPreview(
                file.fields(),
                file.rows().stream()
                        .map(row -> new Line(
                                row.number(),
                                row.values(),
                                messages(problems.get(row.number()), common),
                                corrections.get(row.number())))
                        .toList(),
                common.entrySet().stream()
                        .map(cause -> "Rows %s: %s".formatted(Several.of(cause.getValue(), 5), cause.getKey()))
                        .limit(MOST_CAUSES)
                        .toList(),
                file.notes(),
                Stream.of(
                                question("dates", "Dates are written with", file.dates()),
                                question("amounts", "Amounts are written with", file.amounts()))
                        .filter(Objects::nonNull)
                        .toList(),
                csv);
    }

    private static Map<String, List<Integer>> common(Map<Integer, List<FieldError>> problems) {
        Map<String, List<Integer>> rows = new LinkedHashMap<>();
        new TreeMap<>(problems)
                .forEach((row, errors) -> errors.stream()
                        .map(FieldError::message)
                        .distinct()
                        .forEach(message -> rows.computeIfAbsent(message, m -> new java.util.ArrayList<>())
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

    private static Question question(String parameter, String label, FileReading reading) {
        if (reading.example() == null || SheetRow.isBlank(reading.example())) {
            return null;
        }
        Map<String, String> ways = reading.ways().stream()
                .collect(Collectors.toMap(
                        ValueReading::name, ValueReading::label, (one, other) -> one, LinkedHashMap::new));
        String told = reading.read(reading.example())
                .map(value -> "\"%s\" is read as %s.".formatted(reading.example(), value))
                .orElse("");
        String chosen = reading.isChosen() ? reading.declared().name() : "";
        return new Question(parameter, label, ways, chosen, told);
    }

    /** By which a second press of the button is known; another one for each preview. */
    public UUID token() {
        return UUID.randomUUID();
    }

    /** What is shown as corrected, and may be. */
    public String corrections() {
        return lines.stream()
                .filter(Line::isCorrection)
                .map(line -> line.correction().id().toString())
                .collect(Collectors.joining(","));
    }

    public String title() {
        return "Nothing is submitted yet: %s in this file".formatted(kinds(lines));
    }

    private static String kinds(List<Line> lines) {
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

    public long right() {
        return lines.stream().filter(Line::isRight).count();
    }

    /** Whether the file says something about projects that are there already. */
    public boolean correcting() {
        return lines.stream().anyMatch(Line::isCorrection);
    }

    /** Null when nothing is wrong. */
    public String problem() {
        long wrong = lines.size() - right();
        if (wrong == 0) {
            return null;
        }
        String said = wrong == 1 ? "1 row has a mistake" : wrong + " rows have mistakes";
        return right() == 0
                ? said + ". Correct the file and choose it again."
                : said + " and will be refused; the others go through. Correct the file and choose it again,"
                        + " or submit the correct rows.";
    }

    public String button() {
        List<Line> right = lines.stream().filter(Line::isRight).toList();
        if (right.stream().anyMatch(Line::isCorrection)) {
            return "Submit " + kinds(right);
        }
        if (problem() != null) {
            return right() == 1 ? "Submit the correct row" : "Submit the %d correct rows".formatted(right());
        }
        return lines.size() == 1 ? "Submit this project" : "Submit these %d projects".formatted(lines.size());
    }
}
