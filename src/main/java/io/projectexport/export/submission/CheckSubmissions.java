package io.projectexport.export.submission;

import io.projectexport.export.accounting.Accounting;
import io.projectexport.export.permission.Action;
import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.permission.ActionRules;
import io.projectexport.export.permission.FieldError;
import io.projectexport.export.permission.Person;
import io.projectexport.export.project.ProjectExports;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Use case: tells before a file is submitted which of its projects will be refused, and why. */
@Service
@Transactional(readOnly = true)
public class CheckSubmissions {

    private final ProjectExports exports;
    private final ActionRules rules;
    private final Accounting accounting;

    public CheckSubmissions(ProjectExports exports, ActionRules rules, Accounting accounting) {
        this.exports = exports;
        this.rules = rules;
        this.accounting = accounting;
    }

    /**
     * What {@link SubmitProject} will say to projects that are submitted one after the other; {@link FindCorrections} tells which of
     * them correct one.
     *
     * @param projects the fields of each by {@link ProjectField#key()}, by its row in the file
     * @param person who asks, and will submit them
     * @return for each row every problem; empty for a project that will go through
     */
    public Map<Integer, List<FieldError>> problems(SortedMap<Integer, Map<String, Object>> projects, Person person) {
        TakenNumbers taken = new TakenNumbers(
                exports.allLive(SubmissionValidator.numbers(projects.values())),
                first -> rules.mayRead(person, first),
                first -> rules.refusal(Action.RESUBMIT, first, person).isEmpty());
        Map<Integer, List<FieldError>> problems = new TreeMap<>();
        projects.forEach((row, fields) -> problems.put(row, problems(row, fields, taken)));
        return problems;
    }

    private List<FieldError> problems(int row, Map<String, Object> fields, TakenNumbers taken) {
        Optional<String> number = Optional.ofNullable(SubmissionValidator.number(fields));
        Map<String, Object> whole = number.flatMap(taken::corrected)
                .map(first -> SubmittedFields.corrected(first.submission(), fields))
                .orElse(fields);
        List<FieldError> problems = new ArrayList<>(ownProblems(whole));
        number.flatMap(taken::problem).ifPresent(problems::add);
        // what is refused leaves its number to a later row
        if (problems.isEmpty()) {
            number.ifPresent(n -> taken.take(n, row));
        }
        return problems;
    }

    private List<FieldError> ownProblems(Map<String, Object> fields) {
        try {
            SubmissionValidator.check(fields, accounting.maxNameLength());
            return List.of();
        } catch (ActionRefused refused) {
            return refused.errors();
        }
    }
}
