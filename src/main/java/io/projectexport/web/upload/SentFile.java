package io.projectexport.web.upload;

import io.projectexport.export.permission.ActionRefused;
import io.projectexport.web.sheet.SheetFile;
import io.projectexport.web.sheet.SheetText;
import java.util.Base64;
import java.util.function.Predicate;

/**
 * A file that the page sends again, because nothing is kept between two requests: its table alone, or the whole workbook where another of its
 * sheets can be chosen.
 *
 * @param csv the table; null when there is a workbook
 * @param workbook in Base64; null when there are no other sheets
 * @param sheet number of the sheet that somebody chose; null when there is only one
 * @param shown number of the sheet that the page showed, to which all other choices belong
 */
record SentFile(String csv, String workbook, String sheet, String shown) {

    static SentFile of(byte[] file) {
        return new SentFile(null, Base64.getEncoder().encodeToString(file), null, null);
    }

    /**
     * The table in it.
     *
     * @throws ActionRefused when there is none
     */
    SheetText text(Predicate<String> isHeading) {
        if (workbook != null) {
            return SheetFile.text(decoded(), number(), isHeading);
        }
        if (csv == null) {
            throw ActionRefused.invalid("csv", "Something is missing in what was sent. Go back and send it again.");
        }
        return SheetText.of(csv);
    }

    /** Whether the choices that came with it belong to another sheet. */
    boolean isOtherSheet() {
        return workbook != null && sheet != null && !sheet.equals(shown);
    }

    private byte[] decoded() {
        try {
            return Base64.getDecoder().decode(workbook);
        } catch (IllegalArgumentException e) {
            throw ActionRefused.invalid("workbook", "The workbook did not arrive whole. Choose it again.");
        }
    }

    private Integer number() {
        return sheet != null && sheet.matches("\\d{1,3}") ? Integer.valueOf(sheet) : null;
    }
}
