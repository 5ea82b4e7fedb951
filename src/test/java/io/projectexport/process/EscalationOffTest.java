package io.projectexport.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

import io.projectexport.export.permission.People;
import io.projectexport.export.permission.Person;
import io.projectexport.export.project.ProjectExports;
import io.projectexport.export.submission.SubmitProject;
import io.projectexport.process.model.ProjectExportProcess;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** An installation that does not escalate anything. */
@ProcessTest
@TestPropertySource(properties = "escalate-after-days=")
class EscalationOffTest {

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private SubmitProject submitProject;

    @Autowired
    private ProjectExports exports;

    @Autowired
    private People people;

    @Test
    void a_review_has_no_timer_that_would_never_be_due() {
        engine.getIdentityService().setAuthenticatedUserId("sam");
        when(people.person(any())).thenReturn(new Person("sam", "Sam", null, Set.of()));
        when(submitProject.submit(any(), any(), any()))
                .thenAnswer(call -> ProjectExportFixture.export(call.getArgument(0)));
        when(exports.find(any())).thenAnswer(call -> Optional.of(ProjectExportFixture.export(call.getArgument(0))));

        ProcessInstance instance = engine.getRuntimeService().startProcessInstanceByKey(ProjectExportProcess.KEY);
        try {
            assertThat(engine.getTaskService()
                            .createTaskQuery()
                            .processInstanceId(instance.getId())
                            .singleResult()
                            .getTaskDefinitionKey())
                    .isEqualTo(ProjectExportProcess.REVIEW_PROJECT);
            assertThat(engine.getManagementService()
                            .createJobQuery()
                            .processInstanceId(instance.getId())
                            .count())
                    .isZero();
        } finally {
            engine.getRuntimeService().deleteProcessInstance(instance.getId(), "test over", true);
            engine.getIdentityService().clearAuthentication();
        }
    }
}
