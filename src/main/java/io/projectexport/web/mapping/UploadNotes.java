package io.projectexport.web.mapping;

import io.projectexport.export.submission.ProjectField;
import io.projectexport.web.csv.JobsCsv;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What the person has to know about how a file was understood. */
final class UploadNotes {

    private UploadNotes() {}

    /** About the headings alone, while it is not clear which column is which. */
    static List<String> of(UploadColumns columns) {
        return Stream.ofNullable(headings(columns)).toList();
    }

    static List<String> of(UploadedFile file, LocalDate today) {
        return Stream.of(
                        leftOut(file.mapping()),
                        headings(file.mapping().columns()),
                        totals(file),
                        lostZeros(file),
                        late(file, today))
                .filter(Objects::nonNull)
                .toList();
    }

    private static String leftOut(ColumnMapping mapping) {
        List<String> names = mapping.columns().leftOut();
        if (names.containsAll(JobsCsv.OUTCOME)) {
            // a list from here that comes back: whoever corrects it never meant those
            names.removeAll(JobsCsv.OUTCOME);
            names.remove(JobsCsv.REASON);
        }
        String why = mapping.hasOwnColumns() ? "as you chose" : "because no field is called so";
        return names.isEmpty() ? null : "Left out, %s: %s.".formatted(why, Several.of(names, 20));
    }

    private static String headings(UploadColumns columns) {
        int row = columns.heading().number();
        if (columns.index() > 0) {
            return "The headings are in row %d; what stands above them is left out.".formatted(row);
        }
        return columns.isFamiliar() ? null : "Row %d is read as the headings, and not as a project.".formatted(row);
    }

    private static String totals(UploadedFile file) {
        return file.total() == null
                ? null
                : "Row %d is a total and is left out.".formatted(file.total().number());
    }

    /** A spreadsheet drops the zeros at the beginning of what it takes for a number. */
    private static String lostZeros(UploadedFile file) {
        List<String> numbers = file.rows().stream()
                .filter(row -> number(row).strip().matches("[1-9]\\d{0,2}"))
                .map(row -> "%s in row %d".formatted(number(row), row.number()))
                .toList();
        return numbers.isEmpty()
                ? null
                : "Is a zero missing? A spreadsheet drops the zeros at the beginning of a project number: %s."
                        .formatted(Several.of(numbers, 5));
    }

    /** It may be meant, but is a slip more often. */
    private static String late(UploadedFile file, LocalDate today) {
        List<String> rows = file.rows().stream()
                .filter(row -> isBefore(today, row.values().get(ProjectField.DEADLINE.key())))
                .map(row -> "row " + row.number())
                .toList();
        return rows.isEmpty() ? null : "Deadline is in the past: %s.".formatted(Several.of(rows, 5));
    }

    private static boolean isBefore(LocalDate today, Object deadline) {
        try {
            return LocalDate.parse(String.valueOf(deadline)).isBefore(today);
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static String number(UploadedFile.Row row) {
        return String.valueOf(row.values().get(ProjectField.PROJECT_NUMBER.key()));
    }
}
