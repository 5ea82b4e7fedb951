package io.projectexport.export.monitoring;

import io.projectexport.export.project.ExportStatus;
import java.time.Duration;
import java.util.Map;

/**
 * What is stored at one moment of work that waits, runs or has failed; each figure is explained at the {@link Metric} of its name.
 *
 * @param projects has every status
 * @param oldestWaiting zero where none waits, as is {@code oldestExporting}
 */
public record Backlog(
        Map<ExportStatus, Long> projects,
        Duration oldestWaiting,
        Duration oldestExporting,
        long exportsQueued,
        long mailsWaiting,
        long mailsUndelivered,
        long summariesToday,
        long jobsOverdue,
        long jobsFailed,
        long incidents) {

    public Backlog {
        projects = Map.copyOf(projects);
    }
}
