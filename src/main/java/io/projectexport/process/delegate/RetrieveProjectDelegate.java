package io.projectexport.process.delegate;

import io.projectexport.export.project.ExportStatus;
import io.projectexport.export.submission.RetrieveProject;
import io.projectexport.process.catalogue.ModelStep;
import io.projectexport.process.engine.ActingPerson;
import io.projectexport.process.model.ExportIds;
import io.projectexport.process.model.ProjectExportProcess;
import io.projectexport.process.task.DisplayVariables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Takes a project back for its submitter, before anybody decided about it. */
@Component
@ModelStep(
        label = "Take project back",
        description = "Moves the project to Retrieved and makes its fields editable again.",
        process = ProjectExportProcess.KEY,
        from = ExportStatus.READY_TO_EXPORT,
        to = ExportStatus.RETRIEVED,
        forPerson = true)
class RetrieveProjectDelegate implements JavaDelegate {

    private final RetrieveProject retrieveProject;
    private final ActingPerson actingPerson;
    private final DisplayVariables display;

    RetrieveProjectDelegate(RetrieveProject retrieveProject, ActingPerson actingPerson, DisplayVariables display) {
        this.retrieveProject = retrieveProject;
        this.actingPerson = actingPerson;
        this.display = display;
    }

    @Override
    public void execute(DelegateExecution execution) {
        display.show(retrieveProject.retrieve(ExportIds.of(execution), actingPerson.person()), execution);
    }
}
