package io.projectexport.export.rehearsal;

import io.projectexport.export.project.ExportStatus;
import io.projectexport.export.project.HistoryStep;
import java.util.List;
import java.util.Set;

/**
 * What a model does with a past project.
 *
 * @param status the last one; null where the project was not even registered
 * @param at where it stands at last, or is stuck; null where the process is over
 * @param problem why it is stuck, as it follows the place in a sentence; null where it is not
 * @param detail of this project alone, such as the value that no arrow takes; null for none
 * @param more where it waits although nothing of that happened
 * @param spared decisions that people made and the model does not ask for
 * @param unplayed the first thing that happened and does not happen on the model; null where all did
 * @param path ids of the elements and arrows that it took, in this order
 * @param guesses what nobody knows any more, and was tried each way
 * @param isXeroAssumed whether it calls Xero where nothing was recorded, which is taken to have succeeded
 */
public record PlayedWay(
        End end,
        ExportStatus status,
        Place at,
        String problem,
        String detail,
        List<Place> more,
        Set<HistoryStep> spared,
        HistoryStep unplayed,
        List<String> path,
        Set<String> guesses,
        boolean isXeroAssumed) {

    public enum End {
        /** The process is over. */
        OVER,
        /** It waits for something of which nothing is known. */
        WAITS,
        /** Nothing can happen any more. */
        STUCK
    }

    /**
     * An element of the model.
     *
     * @param label its name; its id where it has none
     * @param who for whom a project waits there, as it follows "for" in a sentence; null for nobody
     */
    public record Place(String elementId, String label, String who) {

        /** As a sentence has it. */
        public String inWords() {
            return who == null ? "“%s”".formatted(label) : "“%s” for %s".formatted(label, who);
        }
    }
}
