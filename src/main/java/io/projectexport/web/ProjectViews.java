package io.projectexport.web;

import io.projectexport.export.Accounting;
import io.projectexport.export.ApprovalProcess;
import io.projectexport.export.ExportStatus;
import io.projectexport.export.FindProjects;
import io.projectexport.export.FindProjects.Details;
import io.projectexport.export.FindRejection;
import io.projectexport.export.HistoryEntry;
import io.projectexport.export.Outcome;
import io.projectexport.export.People;
import io.projectexport.export.Person;
import io.projectexport.export.Project;
import io.projectexport.export.ProjectExport;
import io.projectexport.export.ProjectField;
import io.projectexport.export.Submission;
import io.projectexport.export.SubmittedFields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Puts together what a page tells about one project export. */
@Component
class ProjectViews {

    private final FindProjects projects;
    private final FindRejection rejections;
    private final ApprovalProcess process;
    private final Accounting accounting;
    private final People people;
    private final Shown shown;

    ProjectViews(
            FindProjects projects,
            FindRejection rejections,
            ApprovalProcess process,
            Accounting accounting,
            People people,
            Shown shown) {
        this.projects = projects;
        this.rejections = rejections;
        this.process = process;
        this.accounting = accounting;
        this.people = people;
        this.shown = shown;
    }

    ProjectView view(UUID exportId, Person viewer) {
        Details details = projects.details(exportId, viewer);
        ProjectExport export = details.export();
        Map<String, String> names = people.names(logins(details));
        return new ProjectView(
                export.id(),
                export.project().number(),
                export.project().name(),
                export.status(),
                fields(export.submission()),
                details.xeroPreview(),
                accounting.hasContacts()
                        ? Optional.ofNullable(export.project().client()).orElse("")
                        : null,
                export.outcome().errors(),
                export.status() == ExportStatus.REJECTED
                        ? rejections.latest(exportId).orElse(null)
                        : null,
                waiting(export.outcome()),
                export.outcome().job() == null ? null : export.outcome().job().url(),
                details.actions().isEmpty() ? null : process.openTask(exportId).orElse(null),
                details.history().stream().map(entry -> step(entry, names)).toList(),
                details.actions(),
                details.foundJobs());
    }

    String preview(UUID exportId, String contactName, Person viewer) {
        return projects.preview(projects.details(exportId, viewer).export(), contactName);
    }

    private static List<String> logins(Details details) {
        return details.history().stream().map(HistoryEntry::who).distinct().toList();
    }

    private List<ProjectView.Line> fields(Submission submission) {
        Project project = submission.project();
        Map<String, Object> values = new LinkedHashMap<>(SubmittedFields.of(submission));
        values.put(ProjectField.ESTIMATE_AMOUNT.key(), shown.amount(project.estimateAmount()));
        values.put(ProjectField.DEADLINE.key(), shown.date(project.deadline()));
        Stream<ProjectView.Line> entered = Stream.of(ProjectField.values())
                .filter(field -> values.get(field.key()) != null)
                .map(field -> new ProjectView.Line(
                        field.label(), values.get(field.key()).toString()));
        Stream<ProjectView.Line> known = Stream.of(
                new ProjectView.Line("Submitter", submission.submitterName()),
                new ProjectView.Line("Submitted", shown.time(submission.submittedAt())));
        return Stream.concat(entered, known).toList();
    }

    private String waiting(Outcome outcome) {
        if (outcome.waitingFor() == null) {
            return null;
        }
        return outcome.waitingUntil() == null
                ? outcome.waitingFor()
                : "%s It goes on at %s.".formatted(outcome.waitingFor(), shown.time(outcome.waitingUntil()));
    }

    private ProjectView.Step step(HistoryEntry entry, Map<String, String> names) {
        String who = HistoryEntry.SYSTEM.equals(entry.who()) ? HistoryEntry.SYSTEM_NAME : names.get(entry.who());
        return new ProjectView.Step(
                shown.time(entry.at()), who, entry.what(), entry.round(), entry.comment(), entry.error());
    }
}
