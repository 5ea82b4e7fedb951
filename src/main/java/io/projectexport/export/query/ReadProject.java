package io.projectexport.export.query;

import io.projectexport.export.accounting.Accounting;
import io.projectexport.export.accounting.FoundJob;
import io.projectexport.export.exactlyonce.JobChooser;
import io.projectexport.export.exactlyonce.UnknownOutcomes;
import io.projectexport.export.existing.JobsToOffer;
import io.projectexport.export.permission.Action;
import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.permission.ActionRules;
import io.projectexport.export.permission.Person;
import io.projectexport.export.project.ExportStatus;
import io.projectexport.export.project.HistoryEntry;
import io.projectexport.export.project.HistoryStep;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.export.project.ProjectExports;
import io.projectexport.export.text.PlainText;
import io.projectexport.export.waiting.ProcessPosition;
import io.projectexport.export.waiting.ProcessPositions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Use case: people read one project export that they may see. */
@Service
public class ReadProject {

    private static final int LOOK_ALIKES = 20;

    private final ProjectExports exports;
    private final ProjectSearch search;
    private final ActionRules rules;
    private final Accounting accounting;
    private final UnknownOutcomes unknownOutcomes;
    private final JobChooser chooser;
    private final JobsToOffer offer;
    private final ProcessPositions positions;

    public ReadProject(
            ProjectExports exports,
            ProjectSearch search,
            ActionRules rules,
            Accounting accounting,
            UnknownOutcomes unknownOutcomes,
            JobChooser chooser,
            JobsToOffer offer,
            ProcessPositions positions) {
        this.exports = exports;
        this.search = search;
        this.rules = rules;
        this.accounting = accounting;
        this.unknownOutcomes = unknownOutcomes;
        this.chooser = chooser;
        this.offer = offer;
        this.positions = positions;
    }

    /**
     * A project export as one person sees it.
     *
     * @param xeroPreview what was or will be created in Xero, one "label: value" a line
     * @param actions what the person can do with it right now
     * @param foundJobs jobs of its number that exist in Xero, between which an approver has to choose, at review as far as they were looked
     *     for; mostly none
     * @param position where its process waits; that of one that is over has ended, unless people still have a task of it
     */
    public record Details(
            ProjectExport export,
            List<HistoryEntry> history,
            String xeroPreview,
            Set<Action> actions,
            List<FoundJob> foundJobs,
            ProcessPosition position) {}

    /**
     * @throws ActionRefused when there is none, or the person may not see it
     */
    @Transactional(readOnly = true)
    public Details details(UUID exportId, Person person) {
        ProjectExport export = exports.find(exportId)
                .filter(e -> rules.mayRead(person, e))
                .map(unknownOutcomes::markUnanswered)
                .orElseThrow(ActionRefused::notFound);
        ProcessPosition position = position(export);
        Set<Action> actions = rules.allowed(export, person);
        actions.retainAll(position.possible());
        return new Details(
                export,
                exports.history(exportId),
                preview(export),
                actions,
                export.status() == ExportStatus.FAILED_TO_EXPORT ? chooser.of(exportId) : offer.of(export),
                position);
    }

    /** Whatever goes on by itself after the end of a project, such as a mail, is nothing that it waits for. */
    private ProcessPosition position(ProjectExport export) {
        ProcessPosition position = positions.of(export.id());
        return export.status().isFinal() && !position.isElsewhere() ? ProcessPosition.ENDED : position;
    }

    /** Another one that may be the same project under another number, as far as the person may see it; asked of those that wait for a review. */
    @Transactional(readOnly = true)
    public Optional<ProjectExport> lookAlike(ProjectExport waiting, Person person) {
        if (waiting.status() != ExportStatus.READY_TO_EXPORT
                || waiting.project().lookAlikeKey() == null) {
            return Optional.empty();
        }
        return search.lookAlikes(waiting, LOOK_ALIKES).stream()
                .filter(other -> rules.mayRead(person, other))
                .findFirst();
    }

    /** Whether this action of this person was the last one that people did with the project, as when a button is pressed twice. */
    @Transactional(readOnly = true)
    public boolean wasJustDone(UUID exportId, Action action, Person person) {
        return exports.history(exportId).stream()
                .filter(step -> !step.isBySystem())
                .reduce((earlier, later) -> later)
                .filter(step -> step.is(stepOf(action)) && step.who().equals(person.userId()))
                .isPresent();
    }

    private static HistoryStep stepOf(Action action) {
        return switch (action) {
            case ACCEPT -> HistoryStep.ACCEPTED;
            case REJECT -> HistoryStep.REJECTED;
            case RETRY -> HistoryStep.RETRIED;
            case RETRIEVE -> HistoryStep.RETRIEVED;
            case RESUBMIT -> HistoryStep.RESUBMITTED;
            case WITHDRAW -> HistoryStep.WITHDRAWN;
        };
    }

    /** What was or will be created in Xero; asks neither the database nor Xero. */
    public String preview(ProjectExport export) {
        return preview(export, export.contactName());
    }

    /** What will be created in Xero if it is accepted with this contact; null or blank for none. */
    public String preview(ProjectExport export, String contactName) {
        return accounting.preview(export.project().jobRequest(PlainText.clean(contactName)));
    }
}
