package io.projectexport.export.permission;

import io.projectexport.export.project.Decision;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.export.text.DisplayFormat;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Authorization rules: who may do what with a project export, and when. They stand here alone, so that Tasklist, pages, JSON API and engine
 * REST decide alike.
 */
@Component
public class ActionRules {

    private final FourEyes fourEyes;
    private final People people;
    private final DisplayFormat format;

    public ActionRules(FourEyes fourEyes, People people, DisplayFormat format) {
        this.fourEyes = fourEyes;
        this.people = people;
        this.format = format;
    }

    public void checkMaySubmit(Person person) {
        if (!person.may(Privilege.SUBMIT)) {
            throw ActionRefused.forbidden("Only members of a project team may submit projects.");
        }
    }

    /** Refuses to put a project back, or to give it up, whose process has ended. */
    public void checkMayRecover(Person person) {
        if (!mayRecover(person)) {
            throw ActionRefused.forbidden("Only administrators may put a project back to a step.");
        }
    }

    public boolean mayRecover(Person person) {
        return person.may(Privilege.ADMINISTER);
    }

    public boolean mayRead(Person person, ProjectExport export) {
        return person.may(Privilege.READ_ALL)
                || isAsked(person, export)
                || person.may(Privilege.SUBMIT) && export.submission().isOwn(person.userId());
    }

    /** The actions that this person can do right now. */
    public Set<Action> allowed(ProjectExport export, Person person) {
        return Arrays.stream(Action.values())
                .filter(action -> action.possibleIn(export.status())
                        && refusalOfPerson(action, export, person).isEmpty())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Action.class)));
    }

    /**
     * Why the person may not do it, or not any more: forbidden, not found where the person may not even see it, or conflict where somebody
     * was first. Empty when nothing is against it.
     */
    public Optional<ActionRefused> refusal(Action action, ProjectExport export, Person person) {
        return refusalOfPerson(action, export, person).or(() -> refusalOfStatus(action, export));
    }

    /**
     * Refuses an action that the person may not do, or not any more.
     *
     * @throws ActionRefused as {@link #refusal} says
     */
    public void check(Action action, ProjectExport export, Person person) {
        throwAny(refusal(action, export, person));
    }

    /** Like {@link #check} for the person alone, whatever the status. */
    public void checkPerson(Action action, ProjectExport export, Person person) {
        throwAny(refusalOfPerson(action, export, person));
    }

    private static void throwAny(Optional<ActionRefused> refusal) {
        refusal.ifPresent(refused -> {
            throw refused;
        });
    }

    private Optional<ActionRefused> refusalOfPerson(Action action, ProjectExport export, Person person) {
        return switch (action.role()) {
            case APPROVER ->
                export.further().isOpen()
                        ? refusalOfFurtherApprover(export, person)
                        : refusalOfApprover(export, person);
            case OWNER -> refusalOfOwner(export, person);
        };
    }

    private Optional<ActionRefused> refusalOfStatus(Action action, ProjectExport export) {
        return action.possibleIn(export.status())
                ? Optional.empty()
                : Optional.of(
                        ActionRefused.conflict("Nothing was changed: this project is %s%s, so it cannot be %s any more."
                                .formatted(export.status().label(), decidedBy(export), action.participle())));
    }

    private Optional<ActionRefused> refusalOfApprover(ProjectExport export, Person person) {
        if (!person.may(Privilege.APPROVE)) {
            return Optional.of(ActionRefused.forbidden("Only accounting approvers may decide about projects."));
        }
        return refusalOfSamePerson(export, person);
    }

    /** Of somebody whose approval the model may ask for besides the accounting approvers'. */
    private Optional<ActionRefused> refusalOfFurtherApprover(ProjectExport export, Person person) {
        if (!isAsked(person, export)) {
            return Optional.of(
                    ActionRefused.forbidden("Nothing was changed, because it is somebody else's turn: this project "
                            + uncapitalized(export.further().inWords())));
        }
        Decision decision = export.decision();
        return fourEyes.required() && decision != null && decision.by().equals(person.userId())
                ? Optional.of(approvedAlready())
                : refusalOfSamePerson(export, person);
    }

    private boolean isAsked(Person person, ProjectExport export) {
        return export.further().isOpen()
                && !Collections.disjoint(
                        people.groups(person.userId()), export.further().groups());
    }

    private Optional<ActionRefused> refusalOfSamePerson(ProjectExport export, Person person) {
        if (!fourEyes.required()) {
            return Optional.empty();
        }
        if (export.submission().isOwn(person.userId()) || isCreatorByEmail(export, person)) {
            return Optional.of(ActionRefused.forbidden(
                    "You created or submitted this project, so another approver has to decide about it."));
        }
        return export.further().by().contains(person.userId()) ? Optional.of(approvedAlready()) : Optional.empty();
    }

    private static ActionRefused approvedAlready() {
        return ActionRefused.forbidden("You approved this project already, so somebody else has to decide next.");
    }

    private static String uncapitalized(String sentence) {
        return sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
    }

    private Optional<ActionRefused> refusalOfOwner(ProjectExport export, Person person) {
        if (!mayRead(person, export)) {
            return Optional.of(ActionRefused.notFound());
        }
        if (!person.may(Privilege.SUBMIT) || !export.submission().isOwn(person.userId())) {
            return Optional.of(ActionRefused.forbidden("Only the project's creator and submitter may do this."));
        }
        return Optional.empty();
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
