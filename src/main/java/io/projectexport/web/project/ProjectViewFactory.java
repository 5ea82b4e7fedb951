package io.projectexport.web.project;

import io.projectexport.export.accounting.Accounting;
import io.projectexport.export.approval.ApprovalProcess;
import io.projectexport.export.conversation.ConversationRules;
import io.projectexport.export.looking.LookAtProject;
import io.projectexport.export.notification.FindRejection;
import io.projectexport.export.permission.ActionRules;
import io.projectexport.export.permission.People;
import io.projectexport.export.permission.Person;
import io.projectexport.export.project.ExportStatus;
import io.projectexport.export.project.HistoryEntry;
import io.projectexport.export.project.HistoryStep;
import io.projectexport.export.project.Outcome;
import io.projectexport.export.project.Project;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.export.query.ReadProject;
import io.projectexport.export.query.ReadProject.Details;
import io.projectexport.export.version.FindModelVersions;
import io.projectexport.export.version.ModelVersion;
import io.projectexport.export.waiting.WaitingWords;
import io.projectexport.web.page.PageFormat;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Factory of the view model of one project export's page. */
@Component
public class ProjectViewFactory {

    private final ReadProject read;
    private final FindRejection rejections;
    private final ApprovalProcess process;
    private final Accounting accounting;
    private final ConversationRules conversation;
    private final FindModelVersions versions;
    private final LookAtProject looking;
    private final Lookers lookers;
    private final ActionRules rules;
    private final People people;
    private final ProjectFieldLines fields;
    private final PageFormat format;
    private final Clock clock;

    ProjectViewFactory(
            ReadProject read,
            FindRejection rejections,
            ApprovalProcess process,
            Accounting accounting,
            ConversationRules conversation,
            FindModelVersions versions,
            LookAtProject looking,
            Lookers lookers,
            ActionRules rules,
            People people,
            PageFormat format,
            Clock clock) {
        this.read = read;
        this.rejections = rejections;
        this.process = process;
        this.accounting = accounting;
        this.conversation = conversation;
        this.versions = versions;
        this.looking = looking;
        this.lookers = lookers;
        this.rules = rules;
        this.people = people;
        this.fields = new ProjectFieldLines(accounting, format);
        this.format = format;
        this.clock = clock;
    }

    ProjectView view(UUID exportId, Person viewer) {
        Details details = read.details(exportId, viewer);
        ProjectExport export = details.export();
        Map<String, String> names = people.names(logins(details));
        return new ProjectView(
                export.id(),
                export.project().number(),
                export.project().name(),
                export.status(),
                export.submission().round(),
                fields.of(export),
                details.xeroPreview(),
                accounting.hasContacts()
                        ? Optional.ofNullable(export.contactName()).orElse("")
                        : null,
                export.outcome().errors(),
                export.status() == ExportStatus.REJECTED
                        ? rejections.latest(exportId).orElse(null)
                        : null,
                changes(export, details.history()),
                waiting(export.outcome()),
                export.outcome().job() == null ? null : export.outcome().job().url(),
                details.actions().isEmpty() ? null : process.openTask(exportId).orElse(null),
                HistorySteps.of(details.history(), names, format),
                details.actions(),
                details.foundJobs(),
                conversation(details, names, viewer),
                versions.of(exportId, viewer).map(this::model).orElse(null),
                read.lookAlike(export, viewer)
                        .map(ProjectViewFactory::lookAlike)
                        .orElse(null),
                looking(export, viewer),
                process(details, viewer),
                isLate(export));
    }

    private ProjectView.Process process(Details details, Person viewer) {
        ProjectExport export = details.export();
        boolean isStranded = !export.status().isFinal() && !details.position().isRunning();
        return new ProjectView.Process(
                WaitingWords.beside(export, details.position()).orElse(null),
                isStranded,
                isStranded && rules.mayRecover(viewer));
    }

    private boolean isLate(ProjectExport export) {
        boolean waits =
                export.status() == ExportStatus.READY_TO_EXPORT || export.status() == ExportStatus.FAILED_TO_EXPORT;
        LocalDate deadline = export.project().deadline();
        return waits && deadline != null && deadline.isBefore(LocalDate.now(clock));
    }

    private ProjectView.Looking looking(ProjectExport export, Person viewer) {
        return looking.isTold(export, viewer)
                ? new ProjectView.Looking(lookers.sentences(looking.others(List.of(export.id()), viewer)))
                : null;
    }

    private ProjectView.Model model(ModelVersion version) {
        String deployed = "deployed " + format.day(version.deployedAt());
        String details = version.tag() == null ? deployed : "tag %s, %s".formatted(version.tag(), deployed);
        return new ProjectView.Model(version.definitionId(), "%d (%s)".formatted(version.number(), details));
    }

    private static ProjectView.LookAlike lookAlike(ProjectExport other) {
        Project project = other.project();
        return new ProjectView.LookAlike(
                other.id(),
                project.number() + " " + project.name(),
                other.status().label());
    }

    private ProjectView.Conversation conversation(Details details, Map<String, String> names, Person viewer) {
        ProjectExport export = details.export();
        List<HistoryEntry> history = details.history();
        return new ProjectView.Conversation(
                conversation.allowed(export, history, viewer).orElse(null),
                HistorySteps.of(conversation.unanswered(export, history), names, format));
    }

    String preview(UUID exportId, ContactForm contact, Person viewer) {
        ProjectExport export = read.details(exportId, viewer).export();
        return read.preview(export, contact.instead(export.contactName()));
    }

    private static List<String> logins(Details details) {
        return details.history().stream().map(HistoryEntry::who).distinct().toList();
    }

    /** What the round that waits for a decision changed, a line each. */
    private static List<String> changes(ProjectExport export, List<HistoryEntry> history) {
        return export.status() != ExportStatus.READY_TO_EXPORT
                ? List.of()
                : history.stream()
                        .filter(step -> step.is(HistoryStep.RESUBMITTED) && step.comment() != null)
                        .reduce((earlier, later) -> later)
                        .map(step -> step.comment().lines().toList())
                        .orElse(List.of());
    }

    private String waiting(Outcome outcome) {
        if (outcome.waitingFor() == null) {
            return null;
        }
        return outcome.waitingUntil() == null
                ? outcome.waitingFor()
                : "%s It goes on at %s.".formatted(outcome.waitingFor(), format.time(outcome.waitingUntil()));
    }
}
