package io.projectexport.web.rehearsal;

import io.projectexport.export.model.ModelFinding;
import io.projectexport.export.rehearsal.Rehearsal;
import io.projectexport.export.rehearsal.RehearseModels.Rehearsed;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * View model of a rehearsal.
 *
 * @param summary how many would have gone as they did, in a sentence
 * @param isDeployable whether nothing refuses the files
 * @param kept the files, to be sent back with the page; null where they are too large for that
 */
record RehearsalPage(
        String summary,
        boolean isDeployable,
        List<ModelFinding> findings,
        List<Group> groups,
        List<String> unknown,
        String diagram,
        String kept) {

    /**
     * Projects to which the same would have happened.
     *
     * @param words what, as a sentence
     * @param severity as findings have it, for how it looks
     * @param elementId null for none
     * @param path ids of elements and arrows, with blanks between them
     * @param steps the same in words, of the elements that have a name
     */
    record Group(
            String words,
            String severity,
            String elementId,
            int projects,
            int perhaps,
            int onLatest,
            String path,
            List<String> steps,
            List<Rehearsal.Example> examples) {

        public int all() {
            return projects + perhaps;
        }

        /** How many more there are than are listed. */
        public int others() {
            return all() - examples.size();
        }
    }

    static RehearsalPage of(Rehearsed rehearsed, String kept) {
        Rehearsal rehearsal = rehearsed.rehearsal();
        return new RehearsalPage(
                summary(rehearsal),
                rehearsed.findings().stream().noneMatch(finding -> finding.severity() == ModelFinding.Severity.REFUSES),
                rehearsed.findings(),
                rehearsal.groups().stream()
                        .map(group -> group(group, rehearsal.labels()))
                        .toList(),
                rehearsal.unknown(),
                rehearsal.diagram(),
                kept);
    }

    private static String summary(Rehearsal rehearsal) {
        if (rehearsal.rehearsed() == 0) {
            return "No project has finished yet, so there is nothing to play.";
        }
        boolean isOne = rehearsal.rehearsed() == 1;
        boolean isAll = rehearsal.asTheyDid() == rehearsal.rehearsed();
        String played = isOne
                ? "The last finished project was played"
                : "The last %,d finished projects were played".formatted(rehearsal.rehearsed());
        String all = isOne ? "it would have gone as it did" : "all would have gone as they did";
        String some = "%,d would have gone as %s".formatted(rehearsal.asTheyDid(), isOne ? "it did" : "they did");
        String same = isAll ? all : some;
        return "%s on these files: %s. Nothing was deployed, sent or changed.".formatted(played, same);
    }

    private static Group group(Rehearsal.Group group, Map<String, String> labels) {
        String words = group.deviation().words();
        return new Group(
                Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".",
                group.deviation().kind().name().toLowerCase(Locale.ROOT),
                group.deviation().elementId(),
                group.projects(),
                group.perhaps(),
                group.onLatest(),
                String.join(" ", group.path()),
                group.path().stream().map(labels::get).filter(Objects::nonNull).toList(),
                group.examples());
    }
}
