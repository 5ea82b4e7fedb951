package io.projectexport.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.projectexport.process.guard.Surroundings;
import io.projectexport.process.model.ProjectExportProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.camunda.bpm.engine.identity.Group;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a model finds where it is deployed, whoever asks. */
class SurroundingsTest extends ProjectExportFixture {

    @Autowired
    private Surroundings surroundings;

    @Test
    void groups_are_the_products_own_and_those_that_administrators_made() {
        Group directors = engine.getIdentityService().newGroup("directors");
        engine.getIdentityService().saveGroup(directors);
        try {
            assertThat(surroundings.groups())
                    .hasValueSatisfying(groups -> assertThat(groups)
                            .contains("directors", "accounting-approvers", "erp-admin")
                            .doesNotContain("nobody"));
        } finally {
            engine.getIdentityService().deleteGroup("directors");
        }
    }

    @Test
    void deployed_processes_forms_and_decisions_are_known_by_their_keys() {
        assertThat(surroundings.processKeys())
                .hasValueSatisfying(keys -> assertThat(keys).contains("project-export", "daily-summary"));
        assertThat(surroundings.formKeys())
                .hasValueSatisfying(keys -> assertThat(keys).contains("review-project", "submit-project"));
        assertThat(surroundings.decisionKeys())
                .hasValueSatisfying(keys -> assertThat(keys).isEmpty());
    }

    @Test
    void version_tag_is_the_latest_versions() {
        assertThat(surroundings.versionTag(ProjectExportProcess.KEY))
                .contains(engine.getRepositoryService()
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(ProjectExportProcess.KEY)
                        .latestVersion()
                        .singleResult()
                        .getVersionTag());
        assertThat(surroundings.versionTag("unknown")).isEmpty();
    }

    @Test
    void file_of_an_earlier_version_is_known_again() throws IOException {
        byte[] shipped = Files.readAllBytes(Path.of("bpmn/project-export.bpmn"));

        assertThat(surroundings.wasDeployed(ProjectExportProcess.KEY, shipped)).contains(true);
        assertThat(surroundings.wasDeployed("daily-summary", shipped)).contains(false);
        shipped[0] = ' ';
        assertThat(surroundings.wasDeployed(ProjectExportProcess.KEY, shipped)).contains(false);
    }

    @Test
    void waiting_projects_are_counted_at_the_elements_where_they_stand() {
        submit();
        submit();
        assertThat(surroundings.waiting(ProjectExportProcess.KEY))
                .isEqualTo(Map.of(ProjectExportProcess.REVIEW_PROJECT, 2L));

        accept();

        assertThat(surroundings.waiting(ProjectExportProcess.KEY))
                .isEqualTo(Map.of(ProjectExportProcess.REVIEW_PROJECT, 1L, ProjectExportProcess.CREATE_XERO_JOB, 1L));
    }

    @Test
    void each_mail_of_a_loop_waits_at_its_task() {
        submit();
        reject();

        assertThat(surroundings.waiting(ProjectExportProcess.KEY))
                .containsOnlyKeys(ProjectExportProcess.NOTIFY_ABOUT_REJECTION, ProjectExportProcess.CORRECT_PROJECT);
    }
}
