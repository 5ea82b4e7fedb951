package io.projectexport.export;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes a project in, for the first time or again after a rejection or retrieval. */
@Service
@Transactional
public class SubmitProject {

    private final ProjectExports exports;
    private final ActionRules rules;
    private final Accounting accounting;
    private final People people;
    private final Clock clock;

    SubmitProject(ProjectExports exports, ActionRules rules, Accounting accounting, People people, Clock clock) {
        this.exports = exports;
        this.rules = rules;
        this.accounting = accounting;
        this.people = people;
        this.clock = clock;
    }

    /**
     * Starts a new project export.
     *
     * @param fields by {@link ProjectField#key()}, as they came in
     * @throws ActionRefused naming every field that breaks a rule, or the live project export with the same number
     */
    public ProjectExport submit(Map<String, ?> fields, Person submitter) {
        rules.checkMaySubmit(submitter);
        UUID id = UUID.randomUUID();
        ProjectExport export = ProjectExport.submitted(id, submission(id, fields, submitter, 1));
        exports.add(export, step(export, submitter, "Submitted"));
        return export;
    }

    /**
     * Starts the next round; a field that is not given keeps its value.
     *
     * @throws ActionRefused as {@link #submit}, and when the person may not do it now
     */
    public ProjectExport resubmit(UUID exportId, Map<String, ?> fields, Person person) {
        ProjectExport export = exports.lock(exportId).orElseThrow(ActionRefused::notFound);
        rules.check(Action.RESUBMIT, export, person);
        Map<String, Object> merged = new HashMap<>(SubmittedFields.of(export.submission()));
        merged.putAll(fields);
        int round = export.submission().round() + 1;
        ProjectExport next = export.resubmitted(submission(exportId, merged, person, round));
        exports.update(next, step(next, person, "Resubmitted"));
        return next;
    }

    private Submission submission(UUID exportId, Map<String, ?> fields, Person submitter, int round) {
        ProjectForm.Checked checked = ProjectForm.check(fields, accounting.maxNameLength());
        checkNumberIsFree(checked.project().number(), exportId);
        String email = checked.creatorEmail() == null ? submitter.email() : checked.creatorEmail();
        return new Submission(
                checked.project(), submitter.userId(), creator(email, submitter), email, round, clock.instant());
    }

    private String creator(String email, Person submitter) {
        if (email == null || submitter.hasEmail(email)) {
            return submitter.userId();
        }
        return people.byEmail(email).map(Person::userId).orElse(null);
    }

    private void checkNumberIsFree(String number, UUID exportId) {
        Optional<ProjectExport> first = exports.findLive(number).filter(e -> !e.id().equals(exportId));
        first.ifPresent(e -> {
            throw ActionRefused.conflict(
                    ProjectField.PROJECT_NUMBER.key(),
                    "Project number %s is already there: \"%s\" is %s (project export %s)."
                            .formatted(number, e.project().name(), e.status().label(), e.id()));
        });
    }

    private HistoryEntry step(ProjectExport export, Person person, String what) {
        return HistoryEntry.byPerson(export, export.submission().submittedAt(), person, what, null);
    }
}
