package io.projectexport.export.conversation;

import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.permission.ActionRules;
import io.projectexport.export.permission.Person;
import io.projectexport.export.permission.Privilege;
import io.projectexport.export.project.ExportStatus;
import io.projectexport.export.project.HistoryEntry;
import io.projectexport.export.project.HistoryStep;
import io.projectexport.export.project.ProjectExport;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Authorization rules of the conversation: who may write what about a project, and when. */
@Component
public class ConversationRules {

    private final ActionRules rules;

    public ConversationRules(ActionRules rules) {
        this.rules = rules;
    }

    /** What the person can write right now; empty for nothing. */
    public Optional<Contribution> allowed(ProjectExport export, List<HistoryEntry> history, Person person) {
        if (!rules.mayRead(person, export)) {
            return Optional.empty();
        }
        if (isOwn(export, person)) {
            return ofOwner(export, history);
        }
        return waits(export) && person.may(Privilege.APPROVE) ? Optional.of(Contribution.QUESTION) : Optional.empty();
    }

    private static Optional<Contribution> ofOwner(ProjectExport export, List<HistoryEntry> history) {
        if (export.status() != ExportStatus.WITHDRAWN
                && questions(export, history).findAny().isPresent()) {
            return Optional.of(Contribution.ANSWER);
        }
        return waits(export) ? Optional.of(Contribution.NOTE) : Optional.empty();
    }

    /**
     * What the person writes.
     *
     * @throws ActionRefused when that is nothing: not found where the person may not see the project, forbidden, or conflict where nothing
     *     can be written any more
     */
    Contribution check(ProjectExport export, List<HistoryEntry> history, Person person) {
        return allowed(export, history, person).orElseThrow(() -> refusal(export, person));
    }

    private ActionRefused refusal(ProjectExport export, Person person) {
        if (!rules.mayRead(person, export)) {
            return ActionRefused.notFound();
        }
        if (!isOwn(export, person) && !person.may(Privilege.APPROVE)) {
            return ActionRefused.forbidden(
                    "Only accounting approvers ask about a project, and its creator and submitter answer.");
        }
        return ActionRefused.conflict(
                "Nothing was sent: this project is %s; people write about one that is Ready to Export or Failed to Export."
                        .formatted(export.status().label()));
    }

    /** Those of this round that nobody has answered, oldest first. */
    public List<HistoryEntry> unanswered(ProjectExport export, List<HistoryEntry> history) {
        int last = history.stream()
                .filter(step -> step.is(HistoryStep.ANSWER))
                .reduce((earlier, later) -> later)
                .map(history::lastIndexOf)
                .orElse(-1);
        return questions(export, history.subList(last + 1, history.size())).toList();
    }

    static Stream<HistoryEntry> questions(ProjectExport export, List<HistoryEntry> history) {
        int round = export.submission().round();
        return history.stream().filter(step -> step.is(HistoryStep.QUESTION) && step.round() == round);
    }

    private static boolean waits(ProjectExport export) {
        return export.status() == ExportStatus.READY_TO_EXPORT || export.status() == ExportStatus.FAILED_TO_EXPORT;
    }

    private static boolean isOwn(ProjectExport export, Person person) {
        return export.submission().isOwn(person.userId())
                || person.hasEmail(export.submission().creatorEmail());
    }
}
