package io.projectexport.web.jobs;

import io.projectexport.export.accounting.ExportError;
import io.projectexport.export.accounting.ExportFailure;
import io.projectexport.export.accounting.XeroJob;
import io.projectexport.export.permission.Action;
import io.projectexport.export.permission.ActionRules;
import io.projectexport.export.permission.Person;
import io.projectexport.export.permission.Privilege;
import io.projectexport.export.project.Decision;
import io.projectexport.export.project.ExportStatus;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.export.project.Submission;
import io.projectexport.web.page.PageFormat;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Factory of the rows of the Jobs page, as one person sees them; it asks neither the database nor Xero. */
@Component
public class JobsRowFactory {

    private final ActionRules rules;
    private final PageFormat format;
    private final Duration longest;

    /**
     * With the installation's rules.
     *
     * @param escalateAfterDays after which a review is escalated; null when it never is
     */
    JobsRowFactory(ActionRules rules, PageFormat format, @Value("${escalate-after-days:}") Integer escalateAfterDays) {
        this.rules = rules;
        this.format = format;
        this.longest = escalateAfterDays == null ? null : Duration.ofDays(escalateAfterDays);
    }

    /**
     * One row.
     *
     * @param names of those who decided or look, by their logins
     * @param reason why it was rejected; null when it was not
     * @param badges what should be known before it is decided
     * @param lookers logins of the others who have it open; null where the viewer is not told
     */
    JobsRow row(
            ProjectExport export,
            Person viewer,
            Map<String, String> names,
            String reason,
            List<RowBadge> badges,
            List<String> lookers) {
        Submission submission = export.submission();
        XeroJob job = export.outcome().job();
        Set<Action> actions = rules.allowed(export, viewer);
        boolean waits = export.status() == ExportStatus.READY_TO_EXPORT;
        return new JobsRow(
                export.id(),
                export.project().number(),
                export.project().name(),
                export.project().client(),
                format.amount(export.project().estimateAmount()),
                export.project().estimateAmount(),
                format.date(export.project().deadline()),
                waits && format.isOver(export.project().deadline()),
                submission.submitterName(),
                format.time(submission.submittedAt()),
                format.day(submission.submittedAt()),
                waits ? format.age(submission.submittedAt()) : null,
                waits && longest != null && format.isOlder(submission.submittedAt(), longest),
                submission.round(),
                export.status(),
                news(export, names, reason),
                export.outcome().errors().stream().map(ExportError::message).toList(),
                badges,
                export.outcome().failedFor() == ExportFailure.Reason.NOT_CONNECTED,
                job == null ? null : job.url(),
                lookers == null ? null : open(lookers, names),
                isOnlyForOthers(export, viewer),
                actions);
    }

    private static String open(List<String> lookers, Map<String, String> names) {
        List<String> known =
                lookers.stream().map(login -> names.getOrDefault(login, login)).toList();
        return switch (known.size()) {
            case 0 -> "";
            case 1 -> known.get(0) + " has it open";
            default -> String.join(" and ", known) + " have it open";
        };
    }

    private boolean isOnlyForOthers(ProjectExport export, Person viewer) {
        return viewer.may(Privilege.APPROVE)
                && Action.REJECT.possibleIn(export.status())
                && rules.refusal(Action.REJECT, export, viewer).isPresent();
    }

    private String news(ProjectExport export, Map<String, String> names, String reason) {
        Decision decision = export.decision();
        return switch (export.status()) {
            case READY_TO_EXPORT -> export.further().isOpen() ? export.further().inWords() : null;
            case EXPORTING -> export.outcome().waitingFor();
            case SYNCED -> decision == null ? null : by(decision, names);
            case REJECTED ->
                decision == null ? reason : reason == null ? by(decision, names) : reason + " – " + by(decision, names);
            default -> null;
        };
    }

    private String by(Decision decision, Map<String, String> names) {
        return "by %s, %s".formatted(names.get(decision.by()), format.time(decision.at()));
    }
}
