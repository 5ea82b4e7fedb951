package io.projectexport.web.upload;

import io.projectexport.web.sheet.SheetText;
import java.util.List;

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
        int projects = table.lines().size();
        return "Nothing is submitted yet: %d %s in this file"
                .formatted(projects, projects == 1 ? "project" : "projects");
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
        if (problem() != null) {
            return right() == 1 ? "Submit the correct row" : "Submit the %d correct rows".formatted(right());
        }
        int projects = table.lines().size();
        return projects == 1 ? "Submit this project" : "Submit these %d projects".formatted(projects);
    }
}
