package io.projectexport.process;

import io.projectexport.export.ProjectExport;
import io.projectexport.export.ProjectField;
import io.projectexport.export.SubmitProject;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Takes the submitted fields in, within the transaction of the start or of the correction, so that bad input leaves nothing behind. */
@Component
class RegisterSubmissionDelegate implements JavaDelegate {

    private final SubmitProject submitProject;
    private final LoggedIn loggedIn;
    private final DisplayCopies display;

    RegisterSubmissionDelegate(SubmitProject submitProject, LoggedIn loggedIn, DisplayCopies display) {
        this.submitProject = submitProject;
        this.loggedIn = loggedIn;
        this.display = display;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProjectExport export = submitProject.submit(ExportIds.of(execution), fields(execution), loggedIn.person());
        execution.setProcessBusinessKey(export.id().toString());
        display.show(export, execution);
    }

    private static Map<String, Object> fields(DelegateExecution execution) {
        Map<String, Object> fields = new HashMap<>();
        for (ProjectField field : ProjectField.values()) {
            fields.put(field.key(), Variable.primitive(execution, field.key()));
        }
        return fields;
    }
}
