package io.projectexport.export.query;

import io.projectexport.export.accounting.Accounting;
import io.projectexport.export.accounting.ExportFailure;
import io.projectexport.export.accounting.FoundJob;
import io.projectexport.export.exactlyonce.JobChooser;
import io.projectexport.export.exactlyonce.UnknownOutcomes;
import io.projectexport.export.existing.JobsToOffer;
import io.projectexport.export.permission.Action;
import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.permission.ActionRules;
import io.projectexport.export.permission.Person;
import io.projectexport.export.permission.Privilege;
import io.projectexport.export.project.ExportStatus;
import io.projectexport.export.project.HistoryEntry;
import io.projectexport.export.project.HistoryStep;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.export.project.ProjectExports;
import io.projectexport.export.query.ProjectSearch.Place;
import io.projectexport.export.text.PlainText;
import io.projectexport.export.waiting.ProcessPosition;
import io.projectexport.export.waiting.ProcessPositions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Use case: people search and read the project exports that they may see. */
@Service
public class FindProjects {

    private static final int AT_ONCE = 500;

    private static final int LOOK_ALIKES = 20;

    private final ProjectExports exports;
    private final ProjectSearch search;
    private final ActionRules rules;
    private final Accounting accounting;
    private final UnknownOutcomes unknownOutcomes;
    private final JobChooser chooser;
    private final JobsToOffer offer;
    private final ProcessPositions positions;

    public FindProjects(
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
     * A page of what the person may see, whoever's the query asks for.
     *
     * @throws ActionRefused when the person may see none at all
     */
    @Transactional(readOnly = true)
    public ProjectResultPage search(ProjectQuery query, Person person) {
        ProjectResultPage page = search.search(readable(query, person));
        return new ProjectResultPage(unknownOutcomes.markUnanswered(page.items()), page.counts(), page.total());
    }

    /**
     * What the person may see on all pages together, each as it is when its turn comes: many are read little by little, so that
     * neither memory nor the database is held for as long as a slow reader takes.
     *
     * @throws ActionRefused at once when the person may see none at all
     */
    public Stream<ProjectExport> all(ProjectQuery query, Person person) {
        List<UUID> ids = search.ids(readable(query, person));
        return Stream.iterate(0, from -> from < ids.size(), from -> from + AT_ONCE)
                .map(from -> ids.subList(from, Math.min(from + AT_ONCE, ids.size())))
                .flatMap(some -> unknownOutcomes.markUnanswered(search.withIds(some)).stream());
    }

    /**
     * A project between those before and after it.
     *
     * @param previous null when there is none, like {@code next}
     */
    public record Neighbours(Place place, ProjectExport previous, ProjectExport next) {}

    /**
     * What stands before and after a project in what the person may see, on whichever page, also when it does not belong there any more.
     *
     * @throws ActionRefused when there is no such project, or the person may not see it
     */
    @Transactional(readOnly = true)
    public Neighbours neighbours(UUID exportId, ProjectQuery query, Person person) {
        exports.find(exportId).filter(e -> rules.mayRead(person, e)).orElseThrow(ActionRefused::notFound);
        Place place = search.place(exportId, readable(query, person));
        Map<UUID, ProjectExport> found = new HashMap<>();
        search.withIds(Stream.of(place.previous(), place.next())
                        .filter(Objects::nonNull)
                        .toList())
                .forEach(export -> found.put(export.id(), export));
        return new Neighbours(place, found.get(place.previous()), found.get(place.next()));
    }

    private static ProjectQuery readable(ProjectQuery query, Person person) {
        if (person.may(Privilege.READ_ALL)) {
            return query;
        }
        if (person.may(Privilege.SUBMIT)) {
            return query.ownedBy(person.userId());
        }
        throw ActionRefused.forbidden(
                ("None of your groups may see projects. Ask an administrator to add %s to one that may: portfolio for those"
                                + " who submit projects, erp-standard or erp-admin for accounting, process-owners for Cockpit.")
                        .formatted(person.userId()));
    }

    /**
     * One project export.
     *
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

    /** Those of them that wait for a review while Xero has jobs of their numbers already, as far as that was looked for. */
    @Transactional(readOnly = true)
    public Set<UUID> withJobsInXero(List<ProjectExport> some) {
        return offer.among(some);
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

    /** Those of them that the person may see, in their order. */
    @Transactional(readOnly = true)
    public List<ProjectExport> withIds(List<UUID> exportIds, Person person) {
        return unknownOutcomes.markUnanswered(search.withIds(exportIds)).stream()
                .filter(export -> rules.mayRead(person, export))
                .toList();
    }

    /**
     * What failed because Xero was not connected, first accepted first: all that can be retried once it is connected again.
     *
     * @throws ActionRefused when the person may not retry
     */
    @Transactional(readOnly = true)
    public List<UUID> failedWithoutConnection(Person person) {
        if (!person.may(Privilege.APPROVE)) {
            throw ActionRefused.forbidden("Only accounting approvers may retry exports.");
        }
        return search.failedFor(ExportFailure.Reason.NOT_CONNECTED);
    }

    /** Why these were rejected, by their ids; for somebody who may see them. */
    @Transactional(readOnly = true)
    public Map<UUID, String> reasons(List<UUID> rejected) {
        Map<UUID, String> reasons = new HashMap<>();
        exports.lastRejections(rejected).forEach((id, rejection) -> reasons.put(id, rejection.comment()));
        return reasons;
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
