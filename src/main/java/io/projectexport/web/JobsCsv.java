package io.projectexport.web;

import io.projectexport.export.Decision;
import io.projectexport.export.ExportError;
import io.projectexport.export.ExportRules;
import io.projectexport.export.FindProjects;
import io.projectexport.export.Person;
import io.projectexport.export.ProjectExport;
import io.projectexport.export.ProjectField;
import io.projectexport.export.ProjectPage;
import io.projectexport.export.ProjectQuery;
import io.projectexport.export.SubmittedFields;
import io.projectexport.export.XeroJob;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.stereotype.Component;

/** Writes the whole list that is shown, on whichever page, as CSV that is safe to open in a spreadsheet. */
@Component
class JobsCsv {

    private static final int PAGE_SIZE = 200;
    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setHeader(Stream.concat(
                            Stream.of(ProjectField.values()).map(ProjectField::key),
                            Stream.of(
                                    "status",
                                    "submitter",
                                    "submittedAt",
                                    "decidedBy",
                                    "decidedAt",
                                    "xeroJobId",
                                    "xeroJobUrl",
                                    "errors"))
                    .toArray(String[]::new))
            .get();

    private final FindProjects projects;
    private final ExportRules rules;

    JobsCsv(FindProjects projects, ExportRules rules) {
        this.projects = projects;
        this.rules = rules;
    }

    String write(ProjectQuery shown, Person viewer) {
        StringBuilder csv = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(csv, FORMAT)) {
            ProjectPage page;
            int number = 0;
            do {
                page = projects.search(page(shown, number++), viewer);
                for (ProjectExport export : page.items()) {
                    printer.printRecord(cells(export));
                }
            } while (page.items().size() == PAGE_SIZE);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory cannot fail", e);
        }
        return csv.toString();
    }

    private static ProjectQuery page(ProjectQuery shown, int number) {
        return new ProjectQuery(
                shown.status(), shown.search(), shown.owner(), shown.sort(), shown.descending(), number, PAGE_SIZE);
    }

    private Stream<String> cells(ProjectExport export) {
        Map<String, Object> fields = SubmittedFields.of(export.submission());
        Decision decision = export.decision();
        XeroJob job = export.outcome().job();
        Stream<String> known = Stream.of(
                export.status().label(),
                export.submission().submitter(),
                time(export.submission().submittedAt()),
                decision == null ? null : decision.by(),
                decision == null ? null : time(decision.at()),
                job == null ? null : job.id(),
                job == null ? null : job.url(),
                export.outcome().errors().stream().map(ExportError::message).collect(Collectors.joining("\n")));
        return Stream.concat(Stream.of(ProjectField.values()).map(field -> text(fields.get(field.key()))), known)
                .map(SafeCell::of);
    }

    private String time(Instant instant) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(rules.timeZone()));
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }
}
