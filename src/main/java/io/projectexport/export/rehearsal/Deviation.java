package io.projectexport.export.rehearsal;

import io.projectexport.export.project.ExportStatus;
import io.projectexport.export.project.HistoryStep;
import java.util.ArrayList;
import java.util.List;

/**
 * How a project would have gone otherwise than it did. The rule: its end counts, where people had to wait or decide counts, and steps that
 * nobody waits for do not.
 *
 * @param words what would have happened, as it follows "It" or a number of projects in a sentence
 * @param elementId of the element where it differs; null for none
 */
public record Deviation(Kind kind, String words, String elementId) {

    public enum Kind {
        /** It comes to where nothing can happen any more. */
        STUCK,
        /** It ends with another status, at another time, or while it still lives. */
        ENDED_OTHERWISE,
        /** It waits for what nobody can know now. */
        STILL_WAITS,
        /** It waits where it did not. */
        ALSO_WAITED,
        /** It does not wait where it did. */
        DID_NOT_WAIT
    }

    /** All of one way; none where the project goes as it did. */
    static List<Deviation> of(PastProject project, PlayedWay way) {
        List<Deviation> all = new ArrayList<>();
        way.more()
                .forEach(place -> all.add(new Deviation(
                        Kind.ALSO_WAITED,
                        "would also have waited at %s".formatted(place.inWords()),
                        place.elementId())));
        way.spared().forEach(step -> all.add(new Deviation(Kind.DID_NOT_WAIT, spared(step), null)));
        switch (way.end()) {
            case STUCK ->
                all.add(new Deviation(
                        Kind.STUCK,
                        "would have been stuck at “%s”: %s".formatted(way.at().label(), way.problem()),
                        way.at().elementId()));
            case WAITS -> all.add(waiting(project, way));
            case OVER -> addEnd(project, way, all);
        }
        return all;
    }

    private static String spared(HistoryStep step) {
        return switch (step) {
            case ACCEPTED -> "would have been accepted without waiting for an accounting approver";
            case REJECTED -> "would have been rejected without waiting for an accounting approver";
            case APPROVED -> "would not have waited for a further approval";
            case RETRIED -> "would have been tried again without a person";
            default -> throw new IllegalArgumentException("No decision: " + step);
        };
    }

    private static Deviation waiting(PastProject project, PlayedWay way) {
        return new Deviation(
                Kind.STILL_WAITS,
                "would still wait at %s instead of being %s"
                        .formatted(way.at().inWords(), project.export().status().label()),
                way.at().elementId());
    }

    private static void addEnd(PastProject project, PlayedWay way, List<Deviation> all) {
        ExportStatus did = project.export().status();
        if (way.status() == null || !way.status().isFinal()) {
            all.add(ended("would have ended %s"
                    .formatted(
                            way.status() == null
                                    ? "before it was registered"
                                    : "while still " + way.status().label())));
        } else if (way.status() != did) {
            all.add(ended("would have ended as %s instead of %s"
                    .formatted(way.status().label(), did.label())));
        } else if (way.unplayed() != null) {
            all.add(ended("would have become %s at once, where it was %s before"
                    .formatted(did.label(), way.unplayed().label())));
        }
    }

    private static Deviation ended(String words) {
        return new Deviation(Kind.ENDED_OTHERWISE, words, null);
    }
}
