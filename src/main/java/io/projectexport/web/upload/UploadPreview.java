package io.projectexport.web.upload;

import io.projectexport.export.permission.FieldError;
import io.projectexport.export.submission.ProjectField;
import io.projectexport.web.csv.ProjectsCsv;
import java.util.List;
import java.util.Map;

/**
 * A file as it was understood, before anything of it is submitted.
 *
 * @param csv the file itself, to be sent again
 */
record UploadPreview(List<ProjectField> columns, List<Line> lines, String csv) {

    /**
     * One project of the file.
     *
     * @param values by field names
     * @param problems empty when the project will go through
     */
    record Line(int row, Map<String, Object> values, List<String> problems) {}

    /** A file with what is wrong with its rows, by their numbers. */
    static UploadPreview of(ProjectsCsv file, Map<Integer, List<FieldError>> problems, String csv) {
        List<Line> lines = file.rows().stream()
                .map(row -> new Line(row.number(), row.values(), messages(row, problems)))
                .toList();
        return new UploadPreview(file.columns(), lines, csv);
    }

    private static List<String> messages(ProjectsCsv.Row row, Map<Integer, List<FieldError>> problems) {
        return row.problem() == null
                ? problems.get(row.number()).stream().map(FieldError::message).toList()
                : List.of(row.problem());
    }

    public String title() {
        return "Nothing is submitted yet: %d %s in this file"
                .formatted(lines.size(), lines.size() == 1 ? "project" : "projects");
    }

    public long right() {
        return lines.stream().filter(line -> line.problems().isEmpty()).count();
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
        if (problem() != null) {
            return right() == 1 ? "Submit the correct row" : "Submit the %d correct rows".formatted(right());
        }
        return lines.size() == 1 ? "Submit this project" : "Submit these %d projects".formatted(lines.size());
    }
}
