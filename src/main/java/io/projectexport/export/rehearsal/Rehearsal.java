package io.projectexport.export.rehearsal;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What would have happened.
 *
 * @param rehearsed how many finished projects were played
 * @param asTheyDid how many of them would have gone as they did
 * @param groups what would have been otherwise, the worst first, then the most frequent
 * @param unknown what a rehearsal cannot know, in sentences
 * @param diagram the BPMN file that was played
 * @param labels what people read at its elements, by the ids of those that have a name
 */
public record Rehearsal(
        int rehearsed,
        int asTheyDid,
        List<Group> groups,
        List<String> unknown,
        String diagram,
        Map<String, String> labels) {

    /**
     * Projects to which the same would have happened.
     *
     * @param projects how many for certain
     * @param perhaps how many more, depending on what nobody knows any more
     * @param onLatest to how many the latest deployed version does the same
     * @param path ids of the elements and arrows that the first example took, in this order
     * @param examples some of the projects, the latest first
     */
    public record Group(
            Deviation deviation, int projects, int perhaps, int onLatest, List<String> path, List<Example> examples) {}

    /** @param detail what is this project's alone; null for none */
    public record Example(UUID exportId, String number, String name, String detail) {}
}
