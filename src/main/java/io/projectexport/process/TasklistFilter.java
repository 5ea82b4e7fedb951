package io.projectexport.process;

import io.projectexport.export.ExportStatus;
import java.util.List;
import java.util.Map;

/**
 * A filter that Tasklist shows from the first start on; admins can change it there.
 *
 * @param taskKey whose tasks it shows
 * @param group whose members see it
 */
record TasklistFilter(String name, String description, String taskKey, String group, int priority) {

    private static final String APPROVERS = "accounting-approvers";

    static final List<TasklistFilter> ALL = List.of(
            new TasklistFilter(
                    ExportStatus.READY_TO_EXPORT.label(),
                    "Accept or reject these projects",
                    ProjectExportProcess.REVIEW_PROJECT,
                    APPROVERS,
                    1),
            new TasklistFilter(
                    ExportStatus.FAILED_TO_EXPORT.label(),
                    "Retry or reject these projects",
                    ProjectExportProcess.RESOLVE_FAILED_EXPORT,
                    APPROVERS,
                    2),
            new TasklistFilter(
                    "To correct",
                    "Resubmit or withdraw these projects",
                    ProjectExportProcess.CORRECT_PROJECT,
                    "portfolio",
                    3));

    /** In the form that Tasklist reads. */
    Map<String, Object> properties() {
        return Map.of(
                "description",
                description,
                "priority",
                priority,
                "refresh",
                true,
                "showUndefinedVariable",
                false,
                "variables",
                List.of(
                        shown(TaskCaption.NUMBER, "Project number"),
                        shown(TaskCaption.NAME, "Project name"),
                        shown(TaskCaption.CLIENT, "Client"),
                        shown(TaskCaption.SUBMITTER, "Submitter"),
                        shown(TaskCaption.WAITING_SINCE, "Waiting since")));
    }

    private static Map<String, String> shown(String variable, String label) {
        return Map.of("name", variable, "label", label);
    }
}
