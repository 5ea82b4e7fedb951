package io.projectexport.export.decision;

import io.projectexport.export.bulk.BatchRow;
import io.projectexport.export.permission.Action;
import io.projectexport.export.project.ExportStatus;

/**
 * How many decisions of a batch have come equally far.
 *
 * @param status in which their projects are by now
 */
public record DecisionCount(Action action, BatchRow.State state, ExportStatus status, long number) {}
