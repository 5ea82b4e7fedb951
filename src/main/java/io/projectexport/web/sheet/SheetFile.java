package io.projectexport.web.sheet;

import io.projectexport.export.permission.ActionRefused;
import java.util.function.Predicate;

/** A file with a table, a workbook or a text, whichever its first bytes say, and not its name. */
public final class SheetFile {

    private SheetFile() {}

    /**
     * Its table as CSV.
     *
     * @param sheet which sheet of a workbook somebody wants; null leaves it to the file
     * @param isHeading tells a name that a column can have, by which the sheet of a workbook is found
     * @throws ActionRefused when it cannot be read
     */
    public static SheetText text(byte[] file, Integer sheet, Predicate<String> isHeading) {
        if (Workbook.isOld(file)) {
            throw ActionRefused.invalid(
                    "file",
                    "This is a workbook of an old kind, or one with a password. Save it as .xlsx without a password, or as CSV UTF-8.");
        }
        return Workbook.is(file) ? Workbook.text(file, sheet, isHeading) : SheetText.of(FileLetters.of(file));
    }
}
