package io.projectexport.export;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The one place that says who may do what with a project export, and when; every door asks here. */
@Component
public class ActionRules {

    private final FourEyes fourEyes;
    private final People people;
    private final DisplayFormat format;

    ActionRules(FourEyes fourEyes, People people, DisplayFormat format) {
        this.fourEyes = fourEyes;
        this.people = people;
        this.format = format;
    }

    public void checkMaySubmit(Person person) {
        if (!person.may(Privilege.SUBMIT)) {
            throw ActionRefused.forbidden("Only members of a project team may submit projects.");
        }
    }

    public boolean mayRead(Person person, ProjectExport export) {
        return person.may(Privilege.READ_ALL)
                || person.may(Privilege.SUBMIT) && export.submission().isOwn(person);
    }

    /** The actions that this person can do right now. */
    public Set<Action> allowed(ProjectExport export, Person person) {
        return Arrays.stream(Action.values())
                .filter(action -> action.possibleIn(export.status()) && isAllowed(action, export, person))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Action.class)));
    }

    /**
     * Refuses an action that the person may not do, or not any more.
     *
     * @throws ActionRefused forbidden, not found where the person may not even see it, or conflict where somebody was first
     */
    public void check(Action action, ProjectExport export, Person person) {
        checkPerson(action, export, person);
        if (!action.possibleIn(export.status())) {
            throw ActionRefused.conflict("Nothing was changed: this project is %s%s, so it cannot be %s any more."
                    .formatted(export.status().label(), decidedBy(export), action.participle()));
        }
    }

    /** Like {@link #check} for the person alone, whatever the status. */
    public void checkPerson(Action action, ProjectExport export, Person person) {
        switch (action.role()) {
            case APPROVER -> checkApprover(export, person);
            case OWNER -> checkOwner(export, person);
        }
    }

    private void checkApprover(ProjectExport export, Person person) {
        if (!person.may(Privilege.APPROVE)) {
            throw ActionRefused.forbidden("Only accounting approvers may decide about projects.");
        }
        if (fourEyes.required() && (export.submission().isOwn(person) || isCreatorByEmail(export, person))) {
            throw ActionRefused.forbidden(
                    "You created or submitted this project, so another approver has to decide about it.");
        }
    }

    private void checkOwner(ProjectExport export, Person person) {
        if (!mayRead(person, export)) {
            throw ActionRefused.notFound();
        }
        if (!person.may(Privilege.SUBMIT) || !export.submission().isOwn(person)) {
            throw ActionRefused.forbidden("Only the project's creator and submitter may do this.");
        }
    }

    private boolean isAllowed(Action action, ProjectExport export, Person person) {
        try {
            checkPerson(action, export, person);
            return true;
        } catch (ActionRefused refused) {
            return false;
        }
    }

    private static boolean isCreatorByEmail(ProjectExport export, Person person) {
        return person.hasEmail(export.submission().creatorEmail());
    }

    private String decidedBy(ProjectExport export) {
        Decision decision = export.decision();
        if (decision == null) {
            return "";
        }
        return " (decided by %s on %s)".formatted(people.person(decision.by()).name(), format.moment(decision.at()));
    }
}
