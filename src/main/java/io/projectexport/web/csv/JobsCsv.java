package io.projectexport.web.csv;

import io.projectexport.export.accounting.ExportError;
import io.projectexport.export.accounting.XeroJob;
import io.projectexport.export.permission.People;
import io.projectexport.export.project.Decision;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.export.submission.ProjectField;
import io.projectexport.export.submission.SubmittedFields;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.stereotype.Component;

/** Writes projects as CSV that is safe to open in a spreadsheet, row by row, however many there are. */
@Component
public class JobsCsv {

    /** The columns beside the fields: what became of a project, which nobody fills in. */
    public static final List<String> OUTCOME = List.of(
            "status",
            "submitter",
            "submitterName",
            "submittedAt",
            "decidedBy",
            "decidedByName",
            "decidedAt",
            "xeroJobId",
            "xeroJobUrl",
            "errors");

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setHeader(Stream.concat(Stream.of(ProjectField.values()).map(ProjectField::key), OUTCOME.stream())
                    .toArray(String[]::new))
            .get();

    private final Clock clock;
    private final People people;

    JobsCsv(Clock clock, People people) {
        this.clock = clock;
        this.people = people;
    }

    public void write(Stream<ProjectExport> exports, Appendable file) throws IOException {
        file.append(ByteOrderMark.TEXT);
        CSVPrinter printer = new CSVPrinter(file, FORMAT);
        Map<String, String> names = new HashMap<>();
        for (ProjectExport export : (Iterable<ProjectExport>) exports::iterator) {
            printer.printRecord(cells(export, names));
        }
    }

    private Stream<String> cells(ProjectExport export, Map<String, String> names) {
        Map<String, Object> fields = SubmittedFields.of(export.submission());
        Decision decision = export.decision();
        XeroJob job = export.outcome().job();
        Stream<String> known = Stream.of(
                export.status().label(),
                export.submission().submitter(),
                export.submission().submitterName(),
                time(export.submission().submittedAt()),
                decision == null ? null : decision.by(),
                decision == null ? null : name(decision.by(), names),
                decision == null ? null : time(decision.at()),
                job == null ? null : job.id(),
                job == null ? null : job.url(),
                export.outcome().errors().stream().map(ExportError::message).collect(Collectors.joining("\n")));
        return Stream.concat(Stream.of(ProjectField.values()).map(field -> text(fields.get(field.key()))), known)
                .map(CsvCell::of);
    }

    /** Looked up once for each person, of whom there are few. */
    private String name(String userId, Map<String, String> names) {
        return names.computeIfAbsent(userId, id -> people.names(List.of(id)).get(id));
    }

    private String time(Instant instant) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(clock.getZone()));
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }
}
