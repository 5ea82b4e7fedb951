package io.projectexport.web.project;

import io.projectexport.export.project.HistoryEntry;
import io.projectexport.web.page.PageFormat;
import io.projectexport.web.project.ProjectView.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The history as its page tells it: what happened last first, and what happened several times in a row once. */
final class HistorySteps {

    private HistorySteps() {}

    /**
     * The steps.
     *
     * @param entries oldest first
     * @param names of people, by their logins
     */
    static List<Step> of(List<HistoryEntry> entries, Map<String, String> names, PageFormat format) {
        List<Step> steps = new ArrayList<>();
        HistoryEntry before = null;
        for (HistoryEntry entry : entries) {
            int last = steps.size() - 1;
            if (before != null && isSame(before, entry)) {
                steps.set(last, step(entry, steps.get(last).times() + 1, names, format));
            } else {
                steps.add(step(entry, 1, names, format));
            }
            before = entry;
        }
        Collections.reverse(steps);
        return steps;
    }

    private static boolean isSame(HistoryEntry one, HistoryEntry other) {
        return one.error() != null
                && one.error().equals(other.error())
                && one.what().equals(other.what())
                && one.who().equals(other.who())
                && one.round() == other.round()
                && Objects.equals(one.comment(), other.comment());
    }

    private static Step step(HistoryEntry entry, int times, Map<String, String> names, PageFormat format) {
        String who = HistoryEntry.SYSTEM.equals(entry.who()) ? HistoryEntry.SYSTEM_NAME : names.get(entry.who());
        return new Step(
                format.time(entry.at()), who, entry.what(), entry.round(), entry.comment(), entry.error(), times);
    }
}
