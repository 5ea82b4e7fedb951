package io.projectexport.process.task;

import io.projectexport.export.permission.People;
import io.projectexport.export.project.HistoryEntry;
import io.projectexport.export.project.ProjectExports;
import io.projectexport.export.text.DisplayFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Table of a project's earlier steps in a task's form, so that whoever decides now knows what led to the task. */
@Component
public class HistoryTable {

    private final ProjectExports exports;
    private final People people;
    private final DisplayFormat format;

    HistoryTable(ProjectExports exports, @Lazy People people, DisplayFormat format) {
        this.exports = exports;
        this.people = people;
        this.format = format;
    }

    /** Oldest first, the last one that led to the task included; none after a first submission, which the form itself shows. */
    SpinJsonNode of(UUID exportId) {
        List<HistoryEntry> steps = exports.history(exportId);
        List<HistoryEntry> earlier = steps.size() > 1 ? steps : List.of();
        Map<String, String> names =
                people.names(earlier.stream().map(HistoryEntry::who).distinct().toList());
        return Spin.JSON(earlier.stream().map(step -> row(step, names)).toList());
    }

    private Map<String, Object> row(HistoryEntry step, Map<String, String> names) {
        Map<String, Object> row = new LinkedHashMap<>();
        // people sort the table by this column
        row.put("at", format.sortableMoment(step.at()));
        row.put("round", step.round());
        row.put("who", HistoryEntry.SYSTEM.equals(step.who()) ? HistoryEntry.SYSTEM_NAME : names.get(step.who()));
        row.put("what", step.what());
        row.put("said", said(step));
        return row;
    }

    private static String said(HistoryEntry step) {
        return Stream.of(step.comment(), step.error()).filter(Objects::nonNull).collect(Collectors.joining("\n"));
    }
}
