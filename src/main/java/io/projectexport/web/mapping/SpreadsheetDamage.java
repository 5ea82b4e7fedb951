package io.projectexport.web.mapping;

import io.projectexport.export.permission.FieldError;
import io.projectexport.export.submission.ProjectField;
import io.projectexport.export.text.PlainText;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a spreadsheet makes of a value that it takes for another kind: a number without most of its digits, a date, an error. */
final class SpreadsheetDamage {

    private static final Pattern SHORTENED = Pattern.compile("-?\\d(?:[.,]\\d+)?[eE][+-]\\d{2,3}");
    private static final String MONTH =
            "(?:jan|janv|ene|feb|févr|mar|mars|mär|mrz|mrt|apr|avr|abr|may|mai|mei|jun|juin|jul|juil"
                    + "|aug|août|sep|sept|oct|okt|nov|dec|déc|dez|dic)\\.?";
    private static final Pattern DATE =
            Pattern.compile("(?iu)\\d{1,2}(?:-|\\. ?)%1$s(?:[- ]\\d{2,4})?|%1$s[- ]\\d{2}".formatted(MONTH));

    /** As workbooks hold every date, and spreadsheets in some countries show it. */
    private static final Pattern WHOLE_DATE =
            Pattern.compile("(?:19|20)\\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])");

    private static final Pattern ERROR = Pattern.compile("#{2,}|#(?:REF!|N/A|NAME\\?|VALUE!|DIV/0!|NUM!|NULL!)");

    private SpreadsheetDamage() {}

    /** What is wrong; empty when the value may be what somebody entered. */
    static Optional<FieldError> of(ProjectField field, String value) {
        if (value.length() > 40) {
            return Optional.empty();
        }
        String text = PlainText.clean(value);
        if (text == null) {
            return Optional.empty();
        }
        if (ERROR.matcher(text).matches()) {
            return error(field, "is an error of the spreadsheet, \"%s\". Mend the cell there.".formatted(text));
        }
        boolean isNumber = field == ProjectField.PROJECT_NUMBER
                || field == ProjectField.POSTAL_CODE
                || field == ProjectField.ESTIMATE_AMOUNT;
        if (isNumber && SHORTENED.matcher(text).matches()) {
            return error(field, "\"%s\" has lost digits in the spreadsheet. Type it again there.".formatted(text));
        }
        if (isNumber
                && (DATE.matcher(text).matches() || WHOLE_DATE.matcher(text).matches())) {
            return error(
                    field,
                    "\"%s\" was made a date by the spreadsheet. Type it again there, in a column of text."
                            .formatted(text));
        }
        return Optional.empty();
    }

    private static Optional<FieldError> error(ProjectField field, String message) {
        return Optional.of(new FieldError(field.key(), field.label() + " " + message));
    }
}
