package io.projectexport.export.submission;

import io.projectexport.export.accounting.Accounting;
import io.projectexport.export.permission.Action;
import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.permission.ActionRules;
import io.projectexport.export.permission.Person;
import io.projectexport.export.project.ExportStatus;
import io.projectexport.export.project.HistoryEntry;
import io.projectexport.export.project.Project;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.export.project.ProjectExports;
import io.projectexport.export.project.Submission;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Use case: tells which projects of a file are the person's own that were rejected or taken back, and what the file changes of them. */
@Service
@Transactional(readOnly = true)
public class FindCorrections {

    private final ProjectExports exports;
    private final ActionRules rules;
    private final Accounting accounting;

    public FindCorrections(ProjectExports exports, ActionRules rules, Accounting accounting) {
        this.exports = exports;
        this.rules = rules;
        this.accounting = accounting;
    }

    /**
     * The corrections among projects; the others are new, or their number is taken.
     *
     * @param projects the fields of each by {@link ProjectField#key()}, by its row in the file
     * @param person who asks, and will submit them
     */
    public Map<Integer, Correction> of(Map<Integer, Map<String, Object>> projects, Person person) {
        Map<String, ProjectExport> correctable = correctable(projects, person);
        Map<UUID, HistoryEntry> rejections = exports.lastRejections(correctable.values().stream()
                .filter(first -> first.status() == ExportStatus.REJECTED)
                .map(ProjectExport::id)
                .toList());
        Map<Integer, Correction> corrections = new TreeMap<>();
        projects.forEach((row, fields) -> Optional.ofNullable(SubmissionValidator.number(fields))
                .map(number -> correctable.get(Project.comparable(number)))
                .map(first -> new Correction(first, rejections.get(first.id()), changes(first.submission(), fields)))
                .ifPresent(correction -> corrections.put(row, correction)));
        return corrections;
    }

    /** By their numbers, as these are compared. */
    private Map<String, ProjectExport> correctable(Map<Integer, Map<String, Object>> projects, Person person) {
        return exports.allLive(SubmissionValidator.numbers(projects.values())).stream()
                .filter(first -> rules.refusal(Action.RESUBMIT, first, person).isEmpty())
                .collect(Collectors.toMap(
                        first -> Project.comparable(first.project().number()), Function.identity()));
    }

    private List<Correction.Change> changes(Submission submission, Map<String, Object> given) {
        Map<String, Object> before = SubmittedFields.of(submission);
        Map<String, Object> after = after(submission, given).orElse(before);
        return SubmissionChanges.between(before, after);
    }

    /** Empty when it will be refused, as {@link CheckSubmissions} says. */
    private Optional<Map<String, Object>> after(Submission submission, Map<String, Object> given) {
        try {
            SubmissionValidator.Checked checked =
                    SubmissionValidator.check(SubmittedFields.corrected(submission, given), accounting.maxNameLength());
            return Optional.of(SubmittedFields.of(checked.project(), checked.creatorEmail()));
        } catch (ActionRefused refused) {
            return Optional.empty();
        }
    }
}
