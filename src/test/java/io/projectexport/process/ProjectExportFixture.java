package io.projectexport.process;

import static io.projectexport.export.TestProjects.project;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.complete;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.init;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.task;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.withVariables;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyMap;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.when;

import io.projectexport.export.accounting.Accounting;
import io.projectexport.export.notification.FindRejection;
import io.projectexport.export.notification.NotifyAboutRejection;
import io.projectexport.export.notification.NotifyAboutRejection.Recipient;
import io.projectexport.export.notification.Rejection;
import io.projectexport.export.permission.People;
import io.projectexport.export.permission.Person;
import io.projectexport.export.project.ExportStatus;
import io.projectexport.export.project.Outcome;
import io.projectexport.export.project.Project;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.export.project.ProjectExports;
import io.projectexport.export.project.Submission;
import io.projectexport.export.submission.RetrieveProject;
import io.projectexport.export.submission.SubmitProject;
import io.projectexport.process.model.ProjectExportProcess;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.ProcessEngineTests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Fixture of the tests of {@code bpmn/project-export.bpmn}: a project, a person who is logged in, and the steps that most tests begin
 * with. Each test class takes one part of the process.
 */
@ProcessTest
abstract class ProjectExportFixture {

    static final Instant SUBMITTED_AT = Instant.parse("2026-11-25T09:05:00Z");

    @Autowired
    ProcessEngine engine;

    @Autowired
    SubmitProject submitProject;

    @Autowired
    RetrieveProject retrieveProject;

    @Autowired
    FindRejection findRejection;

    @Autowired
    NotifyAboutRejection notifyAboutRejection;

    @Autowired
    People people;

    @Autowired
    Accounting accounting;

    @Autowired
    ProjectExports exports;

    final Person sam = new Person("sam", "Sam Taylor", "sam@example.com", Set.of());
    ProcessInstance instance;

    @BeforeEach
    void aLoggedInPersonAndAProject() {
        init(engine);
        engine.getIdentityService().setAuthenticatedUserId("sam");
        when(people.person(any())).thenReturn(sam);
        when(accounting.hasContacts()).thenReturn(true);
        when(accounting.preview(any())).thenReturn("Project: P-1 - Harbour Bridge");
        when(submitProject.submit(any(), anyMap(), any())).thenAnswer(call -> export(call.getArgument(0)));
        when(exports.find(any())).thenAnswer(call -> Optional.of(export(call.getArgument(0))));
        when(retrieveProject.retrieve(any(), any())).thenAnswer(call -> export(call.getArgument(0)));
    }

    @AfterEach
    void leaveNothingBehind() {
        engine.getRuntimeService()
                .createProcessInstanceQuery()
                .list()
                .forEach(left -> engine.getRuntimeService().deleteProcessInstance(left.getId(), "test over", true));
        engine.getIdentityService().clearAuthentication();
    }

    void submit() {
        instance = engine.getRuntimeService()
                .startProcessInstanceByKey(ProjectExportProcess.KEY, Map.of("projectNumber", "P-1"));
        ProcessEngineTests.assertThat(instance).isStarted();
    }

    void accept() {
        complete(task(), withVariables("decision", "accept"));
    }

    void reject() {
        stubRejection();
        complete(task(), withVariables("decision", "reject", "comment", "Too vague"));
    }

    void stubRejection() {
        when(findRejection.latest(id())).thenReturn(Optional.of(new Rejection(1, "Anna Keller", "Too vague")));
        when(notifyAboutRejection.expect(eq(id()), anyInt()))
                .thenReturn(List.of(Recipient.CREATOR, Recipient.SUBMITTER));
    }

    void runMails() {
        engine.getManagementService()
                .createJobQuery()
                .activityId("serviceTask_notifyAboutRejection")
                .list()
                .forEach(ProcessEngineTests::execute);
    }

    UUID id() {
        return UUID.fromString(instance.getId());
    }

    /** As the form of the open task shows it. */
    Object shown(String name) {
        return engine.getFormService().getTaskFormVariables(task().getId()).get(name);
    }

    Object variable(String name) {
        return engine.getRuntimeService().getVariable(instance.getId(), name);
    }

    static ProjectExport export(UUID id) {
        Project project = project("P-1", "Harbour Bridge")
                .at("1 Quay Street", "Auckland", null, null, "New Zealand")
                .client("ACME")
                .estimate("100.00")
                .deadline(LocalDate.of(2027, 3, 31))
                .build();
        Submission submission = new Submission(project, "sam", "Sam Taylor", "sue", "sue@example.com", 1, SUBMITTED_AT);
        return new ProjectExport(id, submission, ExportStatus.READY_TO_EXPORT, null, Outcome.NONE);
    }
}
