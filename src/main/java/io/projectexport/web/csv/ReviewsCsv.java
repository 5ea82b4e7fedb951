package io.projectexport.web.csv;

import io.projectexport.export.query.ReviewFigures;
import io.projectexport.export.query.ReviewFigures.Approver;
import io.projectexport.export.query.ReviewFigures.Reviews;
import io.projectexport.export.query.ReviewFigures.Week;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Writes how approvers decide as CSV that is safe to open in a spreadsheet; times waited are in seconds. */
public final class ReviewsCsv {

    private static final String[] COUNTS = {
        "accepted", "rejected", "decidedAtFirst", "acceptedAtFirst", "medianSeconds", "meanSeconds"
    };

    private ReviewsCsv() {}

    /** A row for each week, which its Monday names. */
    public static void weeks(ReviewFigures figures, Appendable file) throws IOException {
        CSVPrinter printer = printer(file, "monday");
        for (Week week : figures.weeks()) {
            printer.printRecord(Stream.concat(Stream.of(week.monday()), counts(week.reviews())));
        }
    }

    /** A row for each approver. */
    public static void approvers(ReviewFigures figures, Map<String, String> names, Appendable file) throws IOException {
        CSVPrinter printer = printer(file, "approver", "approverName");
        for (Approver approver : figures.approvers()) {
            Stream<String> who =
                    Stream.of(approver.userId(), names.get(approver.userId())).map(CsvCell::of);
            printer.printRecord(Stream.concat(who, counts(approver.reviews())));
        }
    }

    private static CSVPrinter printer(Appendable file, String... first) throws IOException {
        file.append(ByteOrderMark.TEXT);
        String[] header = Stream.of(first, COUNTS).flatMap(Stream::of).toArray(String[]::new);
        return new CSVPrinter(
                file, CSVFormat.DEFAULT.builder().setHeader(header).get());
    }

    private static Stream<Object> counts(Reviews reviews) {
        return Stream.of(
                reviews.accepted(),
                reviews.rejected(),
                reviews.decidedAtFirst(),
                reviews.acceptedAtFirst(),
                seconds(reviews.median()),
                seconds(reviews.mean()));
    }

    /** Blank, because a spreadsheet would count a null as zero. */
    private static Object seconds(Duration duration) {
        return duration == null ? "" : duration.toSeconds();
    }
}
