package io.projectexport.process;

import io.projectexport.export.RetrieveProject;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Takes a project back for its submitter, before anybody decided about it. */
@Component
class RetrieveProjectDelegate implements JavaDelegate {

    private final RetrieveProject retrieveProject;
    private final LoggedIn loggedIn;
    private final DisplayCopies display;

    RetrieveProjectDelegate(RetrieveProject retrieveProject, LoggedIn loggedIn, DisplayCopies display) {
        this.retrieveProject = retrieveProject;
        this.loggedIn = loggedIn;
        this.display = display;
    }

    @Override
    public void execute(DelegateExecution execution) {
        display.show(retrieveProject.retrieve(ExportIds.of(execution), loggedIn.person()), execution);
    }
}
