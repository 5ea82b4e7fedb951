package io.projectexport.export.decision;

import io.projectexport.export.permission.Action;
import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.permission.ActionRules;
import io.projectexport.export.permission.Person;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.export.query.FindProjects;
import io.projectexport.export.query.ProjectQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Use case: an approver looks at what a decision about everything in a list would be about, before confirming it. */
@Service
public class FilterDecisions {

    /** What a person confirms has to be in sight of one page. */
    static final int MOST = 5_000;

    private final FindProjects projects;
    private final ActionRules rules;

    public FilterDecisions(FindProjects projects, ActionRules rules) {
        this.projects = projects;
        this.rules = rules;
    }

    /**
     * What is in the list.
     *
     * @param chosen about which the person may decide, in the order of the list
     * @param leftOut about which the person may not
     */
    public record Choice(List<ProjectExport> chosen, List<LeftOut> leftOut) {}

    /** A project about which the person may not decide, and why. */
    public record LeftOut(ProjectExport export, String why) {}

    static void checkNumber(int projects) {
        if (projects > MOST) {
            throw ActionRefused.invalid(
                    "whole",
                    "More than %,d projects are too many for one go. Narrow the list with its filters."
                            .formatted(MOST));
        }
    }

    /**
     * Everything that matches, on whichever page of the list.
     *
     * @throws ActionRefused when the person may decide about nothing of it, or it is too much
     */
    public Choice choose(ProjectQuery query, Action action, Person person) {
        List<ProjectExport> chosen = new ArrayList<>();
        List<LeftOut> leftOut = new ArrayList<>();
        projects.all(query, person).limit(MOST + 1L).forEach(export -> {
            Optional<ActionRefused> refusal = rules.refusal(action, export, person);
            refusal.ifPresentOrElse(
                    refused -> leftOut.add(new LeftOut(export, refused.getMessage())), () -> chosen.add(export));
        });
        checkNumber(chosen.size() + leftOut.size());
        if (chosen.isEmpty()) {
            throw leftOut.stream()
                    .findFirst()
                    .map(first -> ActionRefused.forbidden(first.why()))
                    .orElseGet(() -> ActionRefused.conflict("Nothing is left in this list to decide about."));
        }
        return new Choice(chosen, leftOut);
    }
}
