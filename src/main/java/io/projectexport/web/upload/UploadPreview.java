package io.projectexport.web.upload;

import io.projectexport.web.sheet.SheetText;
import io.projectexport.web.upload.PreviewTable.Line;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A file as it was understood, before anything of it is submitted.
 *
 * @param table null when the columns have to be chosen first
 * @param notes what is left out, and what should be looked at
 * @param text the file itself, to be sent again
 * @param workbook the same with its other sheets, in Base64; null when there are none
 */
record UploadPreview(MappingForm mapping, PreviewTable table, List<String> notes, SheetText text, String workbook) {

    public String title() {
        if (table == null) {
            return "Nothing is submitted yet: which column is which?";
        }
        return "Nothing is submitted yet: %s in this file".formatted(PreviewTable.kinds(table.lines()));
    }

    /** By which a second press of the button is known; another one for each preview. */
    public UUID token() {
        return UUID.randomUUID();
    }

    /** What is shown as corrected, and may be. */
    public String corrections() {
        return table.lines().stream()
                .filter(Line::isCorrection)
                .map(line -> line.correction().id().toString())
                .collect(Collectors.joining(","));
    }

    public String csv() {
        return text.csv();
    }

    public long right() {
        return table == null ? 0 : table.right();
    }

    /** Null when nothing is wrong with the rows. */
    public String problem() {
        long wrong = table == null ? 0 : table.lines().size() - right();
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
        List<Line> right = table.lines().stream().filter(Line::isRight).toList();
        if (right.stream().anyMatch(Line::isCorrection)) {
            return "Submit " + PreviewTable.kinds(right);
        }
        if (problem() != null) {
            return right() == 1 ? "Submit the correct row" : "Submit the %d correct rows".formatted(right());
        }
        int projects = table.lines().size();
        return projects == 1 ? "Submit this project" : "Submit these %d projects".formatted(projects);
    }
}
