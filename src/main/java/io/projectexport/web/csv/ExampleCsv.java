package io.projectexport.web.csv;

import io.projectexport.export.submission.ProjectField;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;

/** A file to begin with: a column for each field, and one project. */
public final class ExampleCsv {

    private ExampleCsv() {}

    public static String text() {
        return ByteOrderMark.TEXT
                + line(Stream.of(ProjectField.values()).map(ProjectField::key))
                + line(Stream.of(ProjectField.values()).map(ProjectField::example));
    }

    private static String line(Stream<String> cells) {
        return CSVFormat.DEFAULT.format(cells.toArray()) + "\r\n";
    }
}
