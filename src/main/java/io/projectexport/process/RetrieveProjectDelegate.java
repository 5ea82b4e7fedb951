package io.projectexport.process;

import io.projectexport.export.CorrectProject;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Takes a project back for its submitter, before anybody decided about it. */
@Component
class RetrieveProjectDelegate implements JavaDelegate {

    private final CorrectProject correctProject;
    private final LoggedIn loggedIn;
    private final DisplayCopies display;

    RetrieveProjectDelegate(CorrectProject correctProject, LoggedIn loggedIn, DisplayCopies display) {
        this.correctProject = correctProject;
        this.loggedIn = loggedIn;
        this.display = display;
    }

    @Override
    public void execute(DelegateExecution execution) {
        display.show(correctProject.retrieve(ExportIds.of(execution), loggedIn.person()), execution);
    }
}
