package io.projectexport.web.mapping;

import io.projectexport.web.mapping.UploadedFile.Choice;
import io.projectexport.web.sheet.Sheet;
import java.time.Instant;
import java.util.List;

/**
 * How a file is read: as somebody chose, for it or for an earlier one with the same headings, or as its headings say.
 *
 * @param found what the headings say themselves
 * @param columns what counts
 * @param chosenAt null when it was not chosen for an earlier file
 */
public record ColumnMapping(UploadColumns found, UploadColumns columns, Choice choice, Instant chosenAt) {

    /** As somebody chose for this file, as far as they did. */
    public static ColumnMapping of(Sheet sheet, Choice choice) {
        return of(UploadColumns.of(sheet), choice, null);
    }

    static ColumnMapping of(UploadColumns found, Choice choice, Instant chosenAt) {
        UploadColumns columns = choice.fields().map(found::meaning).orElse(found);
        return new ColumnMapping(found, columns, choice, chosenAt);
    }

    /** Whether it was chosen for an earlier file, so that it yields where this one contradicts. */
    public boolean isRemembered() {
        return chosenAt != null;
    }

    /** Whether columns mean something else than their headings say. */
    public boolean hasOwnColumns() {
        return !columns.fields().equals(found.fields());
    }

    /** Whether there is anything that the file does not say itself. */
    public boolean isOwn() {
        return hasOwnColumns() || choice.hasDates() || choice.hasAmounts();
    }

    /** What the person has to know while it is not clear which column is which. */
    public List<String> notes() {
        return UploadNotes.of(columns);
    }

    /** What somebody has to choose, in sentences. */
    public List<String> problems() {
        return ColumnProblems.of(columns);
    }
}
