package io.projectexport.web.csv;

import io.projectexport.export.accounting.ExportError;
import io.projectexport.export.accounting.XeroJob;
import io.projectexport.export.permission.People;
import io.projectexport.export.project.Decision;
import io.projectexport.export.project.ExportStatus;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.export.query.FindProjects;
import io.projectexport.export.submission.ProjectField;
import io.projectexport.export.submission.SubmittedFields;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.stereotype.Component;

/** Writes projects as CSV that is safe to open in a spreadsheet, row by row, however many there are. */
@Component
public class JobsCsv {

    private static final int ROWS_AT_ONCE = 500;

    /** The columns beside the fields that every such file has: what became of a project, which nobody fills in. */
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

    /** Why it was rejected; files of earlier releases do not have it. */
    public static final String REASON = "reason";

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setHeader(Stream.of(
                            Stream.of(ProjectField.values()).map(ProjectField::key),
                            OUTCOME.stream(),
                            Stream.of(REASON))
                    .flatMap(names -> names)
                    .toArray(String[]::new))
            .get();

    private final Clock clock;
    private final People people;
    private final FindProjects projects;

    JobsCsv(Clock clock, People people, FindProjects projects) {
        this.clock = clock;
        this.people = people;
        this.projects = projects;
    }

    public void write(Stream<ProjectExport> exports, Appendable file) throws IOException {
        file.append(ByteOrderMark.TEXT);
        CSVPrinter printer = new CSVPrinter(file, FORMAT);
        Map<String, String> names = new HashMap<>();
        Iterator<ProjectExport> all = exports.iterator();
        while (all.hasNext()) {
            List<ProjectExport> some = next(all);
            Map<UUID, String> reasons = reasons(some);
            for (ProjectExport export : some) {
                printer.printRecord(cells(export, names, reasons.get(export.id())));
            }
        }
    }

    private static List<ProjectExport> next(Iterator<ProjectExport> all) {
        List<ProjectExport> some = new ArrayList<>();
        while (some.size() < ROWS_AT_ONCE && all.hasNext()) {
            some.add(all.next());
        }
        return some;
    }

    private Map<UUID, String> reasons(List<ProjectExport> some) {
        List<UUID> rejected = some.stream()
                .filter(export -> export.status() == ExportStatus.REJECTED)
                .map(ProjectExport::id)
                .toList();
        return rejected.isEmpty() ? Map.of() : projects.reasons(rejected);
    }

    private Stream<String> cells(ProjectExport export, Map<String, String> names, String reason) {
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
                export.outcome().errors().stream().map(ExportError::message).collect(Collectors.joining("\n")),
                reason);
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
