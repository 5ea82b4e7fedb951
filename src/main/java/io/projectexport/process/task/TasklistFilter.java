package io.projectexport.process.task;

import io.projectexport.process.model.DecisionTask;
import io.projectexport.process.model.ProjectExportProcess;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A filter that Tasklist shows from the first start on; admins can change it there. */
record TasklistFilter(DecisionTask task) {

    static final List<TasklistFilter> ALL =
            Arrays.stream(DecisionTask.values()).map(TasklistFilter::new).toList();

    String name() {
        return task.filter().name();
    }

    /** Whose members see it. */
    String group() {
        return task.filter().group();
    }

    /** In the form that Tasklist reads. */
    Map<String, Object> properties() {
        return Map.of(
                "description",
                task.filter().description(),
                "priority",
                task.ordinal() + 1,
                "refresh",
                true,
                "showUndefinedVariable",
                false,
                "variables",
                List.of(
                        column(ProjectExportProcess.CAPTION_NUMBER, "Project number"),
                        column(ProjectExportProcess.CAPTION_NAME, "Project name"),
                        column(ProjectExportProcess.CAPTION_CLIENT, "Client"),
                        column(ProjectExportProcess.CAPTION_SUBMITTER, "Submitter"),
                        column(ProjectExportProcess.CAPTION_WAITING_SINCE, "Waiting since")));
    }

    private static Map<String, String> column(String variable, String label) {
        return Map.of("name", variable, "label", label);
    }
}
