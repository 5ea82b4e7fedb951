package io.projectexport.web.rehearsal;

import io.projectexport.export.model.ModelFinding;
import io.projectexport.export.rehearsal.Deviation;
import io.projectexport.export.rehearsal.Rehearsal;
import io.projectexport.export.rehearsal.RehearseModels.Rehearsed;
import java.util.List;

/**
 * A rehearsal as programs read it.
 *
 * @param deployable whether nothing refuses the files
 * @param rehearsed how many finished projects were played
 * @param asTheyDid how many of them would have gone as they did
 * @param unknown what a rehearsal cannot know, in sentences
 */
record RehearsalResult(
        boolean deployable,
        List<ModelFinding> findings,
        int rehearsed,
        int asTheyDid,
        List<Group> groups,
        List<String> unknown) {

    /**
     * Projects to which the same would have happened.
     *
     * @param what would have happened, as it follows a number of projects
     * @param element id of the element where it differs; null for none
     * @param projects how many for certain
     * @param perhaps how many more, depending on what nobody knows any more
     * @param onLatest to how many the latest deployed version does the same
     * @param path ids of the elements and arrows that the first example took
     */
    record Group(
            Deviation.Kind kind,
            String what,
            String element,
            int projects,
            int perhaps,
            int onLatest,
            List<String> path,
            List<Rehearsal.Example> examples) {}

    static RehearsalResult of(Rehearsed rehearsed) {
        Rehearsal rehearsal = rehearsed.rehearsal();
        return new RehearsalResult(
                rehearsed.findings().stream().noneMatch(finding -> finding.severity() == ModelFinding.Severity.REFUSES),
                rehearsed.findings(),
                rehearsal.rehearsed(),
                rehearsal.asTheyDid(),
                rehearsal.groups().stream().map(RehearsalResult::group).toList(),
                rehearsal.unknown());
    }

    private static Group group(Rehearsal.Group group) {
        return new Group(
                group.deviation().kind(),
                group.deviation().words(),
                group.deviation().elementId(),
                group.projects(),
                group.perhaps(),
                group.onLatest(),
                group.path(),
                group.examples());
    }
}
