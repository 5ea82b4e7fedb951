package io.projectexport.export.submission;

import io.projectexport.export.accounting.Accounting;
import io.projectexport.export.permission.Action;
import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.permission.ActionRules;
import io.projectexport.export.permission.People;
import io.projectexport.export.permission.Person;
import io.projectexport.export.project.HistoryEntry;
import io.projectexport.export.project.HistoryStep;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.export.project.ProjectExports;
import io.projectexport.export.project.Submission;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Use case: takes a project in, for the first time or again after a rejection or retrieval. */
@Service
@Transactional
public class SubmitProject {

    private final ProjectExports exports;
    private final ActionRules rules;
    private final Accounting accounting;
    private final People people;
    private final NewSubmissions newSubmissions;
    private final Clock clock;

    public SubmitProject(
            ProjectExports exports,
            ActionRules rules,
            Accounting accounting,
            People people,
            NewSubmissions newSubmissions,
            Clock clock) {
        this.exports = exports;
        this.rules = rules;
        this.accounting = accounting;
        this.people = people;
        this.newSubmissions = newSubmissions;
        this.clock = clock;
    }

    /**
     * Starts a project export, or the next round of one that is there already.
     *
     * @param exportId of the new project export, or of the one to resubmit; in the latter case a field that is not given keeps its value
     * @param fields by {@link ProjectField#key()}, as they came in
     * @throws ActionRefused naming every field that breaks a rule, or the live project export with the same number where the person may read
     *     it, or why the person may not do it now
     */
    public ProjectExport submit(UUID exportId, Map<String, ?> fields, Person submitter) {
        return exports.lock(exportId)
                .map(export -> resubmit(export, fields, submitter))
                .orElseGet(() -> begin(exportId, fields, submitter));
    }

    private ProjectExport begin(UUID id, Map<String, ?> fields, Person submitter) {
        rules.checkMaySubmit(submitter);
        ProjectExport export = ProjectExport.submitted(id, submission(id, fields, submitter, submitter, 1));
        exports.add(export, step(export, submitter, HistoryStep.SUBMITTED, null));
        newSubmissions.add(id);
        return export;
    }

    private ProjectExport resubmit(ProjectExport export, Map<String, ?> fields, Person person) {
        rules.check(Action.RESUBMIT, export, person);
        Person submitter = people.person(export.submission().submitter());
        Map<String, Object> merged = SubmittedFields.corrected(export.submission(), fields);
        int round = export.submission().round() + 1;
        ProjectExport next = export.resubmitted(submission(export.id(), merged, submitter, person, round));
        String changes = SubmissionChanges.inWords(SubmissionChanges.between(
                SubmittedFields.of(export.submission()), SubmittedFields.of(next.submission())));
        exports.update(next, step(next, person, HistoryStep.RESUBMITTED, changes));
        return next;
    }

    private Submission submission(UUID exportId, Map<String, ?> fields, Person submitter, Person asking, int round) {
        SubmissionValidator.Checked checked = SubmissionValidator.check(fields, accounting.maxNameLength());
        checkNumberIsFree(checked.project().number(), exportId, asking);
        String email = checked.creatorEmail() == null ? submitter.email() : checked.creatorEmail();
        return new Submission(
                checked.project(),
                submitter.userId(),
                submitter.name(),
                creator(email, submitter),
                email,
                round,
                clock.instant());
    }

    private String creator(String email, Person submitter) {
        if (email == null || submitter.hasEmail(email)) {
            return submitter.userId();
        }
        return people.byEmail(email).map(Person::userId).orElse(null);
    }

    private void checkNumberIsFree(String number, UUID exportId, Person person) {
        Optional<ProjectExport> first = exports.findLive(number).filter(e -> !e.id().equals(exportId));
        first.ifPresent(e -> {
            throw ActionRefused.conflict(TakenNumbers.by(e, number, taken -> rules.mayRead(person, taken)));
        });
    }

    private HistoryEntry step(ProjectExport export, Person person, HistoryStep what, String comment) {
        return HistoryEntry.byPerson(export, export.submission().submittedAt(), person.userId(), what, comment);
    }
}
