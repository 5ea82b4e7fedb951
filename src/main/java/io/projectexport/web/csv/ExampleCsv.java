package io.projectexport.web.csv;

import io.projectexport.export.submission.ProjectField;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;

/** A file to begin with: a column for each field, and one project. */
public final class ExampleCsv {

    private ExampleCsv() {}

    public static String text() {
        return line(Stream.of(ProjectField.values()).map(ProjectField::key))
                + line(Stream.of(ProjectField.values()).map(ExampleCsv::value));
    }

    private static String line(Stream<String> cells) {
        return CSVFormat.DEFAULT.format(cells.toArray()) + "\r\n";
    }

    private static String value(ProjectField field) {
        return switch (field) {
            case PROJECT_NUMBER -> "EXAMPLE-1";
            case PROJECT_NAME -> "Harbour Bridge";
            case STREET -> "1 Quay Street, Level 2";
            case CITY -> "Auckland";
            case STATE -> "Auckland";
            case POSTAL_CODE -> "1010";
            case COUNTRY -> "New Zealand";
            case CLIENT -> "Harbour Council";
            case ESTIMATE_AMOUNT -> "12500.00";
            case DEADLINE -> "2027-03-31";
            case CREATOR_EMAIL -> "anna@example.com";
        };
    }
}
