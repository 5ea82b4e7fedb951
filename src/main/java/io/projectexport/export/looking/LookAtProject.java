package io.projectexport.export.looking;

import io.projectexport.export.looking.ProjectLooks.Look;
import io.projectexport.export.permission.Action;
import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.permission.ActionRules;
import io.projectexport.export.permission.Person;
import io.projectexport.export.permission.Privilege;
import io.projectexport.export.project.ExportStatus;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.export.project.ProjectExports;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Use case: those who could decide about a project see who else has it open. */
@Service
public class LookAtProject {

    private final ProjectLooks looks;
    private final ProjectExports exports;
    private final ActionRules rules;

    public LookAtProject(ProjectLooks looks, ProjectExports exports, ActionRules rules) {
        this.looks = looks;
        this.exports = exports;
        this.rules = rules;
    }

    /** Whether others are told that this person has it open: it waits for a decision, and the person may decide or administers. */
    public boolean isTold(ProjectExport export, Person person) {
        return waits(export.status())
                && (person.may(Privilege.ADMINISTER)
                        || rules.allowed(export, person).contains(Action.REJECT));
    }

    /** Whether the person is told who has it open. */
    public boolean tells(ExportStatus status, Person person) {
        return waits(status) && mayKnow(person);
    }

    /**
     * Tells the others that the person has it open, for a minute from now on.
     *
     * @return the others who have it open, the longest first
     * @throws ActionRefused when there is no such project, or it is not for the person to know who looks at it
     */
    public List<Look> look(UUID exportId, Person person) {
        if (!mayKnow(person)) {
            throw ActionRefused.forbidden("Only accounting approvers and administrators see who has a project open.");
        }
        if (!looks.refresh(exportId, person.userId())) {
            ProjectExport export = exports.find(exportId).orElseThrow(ActionRefused::notFound);
            if (isTold(export, person)) {
                looks.begin(exportId, person.userId());
            }
        }
        return others(List.of(exportId), person);
    }

    /** The person has closed it. */
    public void leave(UUID exportId, Person person) {
        looks.end(exportId, person.userId());
    }

    /** Who has which of these open besides the person; nobody for those who may not know. One question, however many there are. */
    public List<Look> others(Collection<UUID> exportIds, Person person) {
        return exportIds.isEmpty() || !mayKnow(person)
                ? List.of()
                : looks.at(exportIds).stream()
                        .filter(look -> !look.userId().equals(person.userId()))
                        .toList();
    }

    private static boolean mayKnow(Person person) {
        return person.may(Privilege.APPROVE) || person.may(Privilege.ADMINISTER);
    }

    private static boolean waits(ExportStatus status) {
        return Action.REJECT.possibleIn(status);
    }
}
