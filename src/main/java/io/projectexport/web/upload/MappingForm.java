package io.projectexport.web.upload;

import io.projectexport.export.submission.ProjectField;
import io.projectexport.web.mapping.ColumnMapping;
import io.projectexport.web.mapping.FileReading;
import io.projectexport.web.mapping.UploadColumns;
import io.projectexport.web.mapping.UploadedFile;
import io.projectexport.web.mapping.UploadedFile.Choice;
import io.projectexport.web.mapping.ValueReading;
import io.projectexport.web.sheet.Sheet;
import io.projectexport.web.sheet.SheetRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How a file is read, as a form in which a person can say otherwise.
 *
 * @param columns of the file, of which very many are cut off
 * @param more how many are
 * @param problems what has to be chosen before anything can be submitted
 * @param remembered for which file it was chosen; null when the file itself says it
 * @param questions how values are written, as far as it matters
 * @param kept answers to questions that this file does not raise, or not yet, by the names of their parameters
 */
record MappingForm(
        List<Column> columns,
        int more,
        List<String> problems,
        String remembered,
        List<Question> questions,
        Map<String, String> kept) {

    private static final int MOST_COLUMNS = 250;

    /**
     * One column of the file.
     *
     * @param letter what a spreadsheet calls it
     * @param heading empty where it has none
     * @param field as which it is read; null when it is left out
     */
    record Column(int number, String letter, String heading, List<String> examples, ProjectField field) {

        public String value(ProjectField chosen) {
            return Choice.column(number, chosen);
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
     * @param unchosen what it is when nobody chooses
     */
    record Question(
            String parameter, String label, Map<String, String> ways, String chosen, String told, String unchosen) {

        public boolean isOpen() {
            return told.isEmpty();
        }
    }

    /** @param file null when the columns have to be chosen first */
    static MappingForm of(Sheet sheet, ColumnMapping mapping, UploadedFile file, String remembered) {
        UploadColumns columns = mapping.columns();
        List<Column> shown = IntStream.range(0, columns.size())
                .filter(column -> column < MOST_COLUMNS || columns.fields().containsKey(column))
                .mapToObj(column -> new Column(
                        column,
                        SheetRow.letter(column),
                        columns.label(column),
                        columns.examples(sheet, column),
                        columns.fields().get(column)))
                .toList();
        List<Question> questions = questions(file);
        return new MappingForm(
                shown,
                columns.size() - shown.size(),
                mapping.problems(),
                remembered,
                questions,
                kept(mapping.choice(), questions));
    }

    private static List<Question> questions(UploadedFile file) {
        return file == null
                ? List.of()
                : Stream.of(
                                question(
                                        "dates",
                                        "Dates are written with",
                                        file.readings().dates()),
                                question(
                                        "amounts",
                                        "Amounts are written with",
                                        file.readings().amounts()))
                        .filter(Objects::nonNull)
                        .toList();
    }

    private static Map<String, String> kept(Choice choice, List<Question> questions) {
        Map<String, String> kept = new LinkedHashMap<>();
        if (choice.hasDates()) {
            kept.put("dates", choice.dates());
        }
        if (choice.hasAmounts()) {
            kept.put("amounts", choice.amounts());
        }
        questions.forEach(question -> kept.remove(question.parameter()));
        return kept;
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
        return new Question(
                parameter, label, ways, chosen, told, told.isEmpty() ? "not clear; choose" : unchosen(reading));
    }

    private static String unchosen(FileReading reading) {
        if (reading.isChosen()) {
            return "let the values of this file decide";
        }
        return reading.declared() == null
                ? "whatever each value says by itself"
                : reading.declared().label() + " (as in this file)";
    }

    /** Those to choose from. */
    public List<ProjectField> fields() {
        return List.of(ProjectField.values());
    }

    /** What the form says as it is shown. */
    public List<String> chosen() {
        return columns.stream()
                .filter(column -> column.field() != null)
                .map(column -> column.value(column.field()))
                .toList();
    }

    /** Whether a person has to look at the columns before all else. */
    public boolean isOpen() {
        return !problems.isEmpty();
    }

    /** How many columns count. */
    public String summary() {
        int all = columns.size() + more;
        int read = chosen().size();
        return "Columns: %s read"
                .formatted(read == 1 ? "1 of %d is".formatted(all) : "%d of %d are".formatted(read, all));
    }
}
