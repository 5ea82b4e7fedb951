package io.projectexport.access.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.OK;

import io.projectexport.access.AccessTest;
import io.projectexport.access.group.UserGroup;
import java.util.Map;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

class EngineRestSecurityTest extends AccessTest {

    @Test
    void modeler_asks_for_the_version_and_deploys_as_admin() {
        assertThat(as("root").getForObject("/engine-rest/version", Map.class)).containsEntry("version", "7.24.0");
        assertThat(deployAs("root").getStatusCode()).isEqualTo(OK);
        assertThat(repositoryService
                        .createProcessDefinitionQuery()
                        .processDefinitionKey("modeled")
                        .count())
                .isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ann", "dan"})
    void nobody_else_deploys(String userId) {
        assertThat(deployAs(userId).getStatusCode()).isEqualTo(FORBIDDEN);
        assertThat(repositoryService.createDeploymentQuery().count()).isZero();
    }

    @Test
    void the_engine_shows_each_person_only_what_they_may_see() {
        assertThat(as("dan").getForObject("/engine-rest/user", Object[].class)).hasSize(1);
        assertThat(as("root").getForObject("/engine-rest/user", Object[].class)).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest/identity/groups?userId=",
                "/engine-rest/group?member=",
                "/engine-rest/group/count?member="
            })
    void nobody_but_admins_learns_whom_others_share_a_group_with(String question) {
        identityService.createMembership("ann", UserGroup.PORTFOLIO.id());

        assertThat(as("dan").getForObject(question + "ann", String.class)).doesNotContain("portfolio", "dan", ":1");
        assertThat(as("dan").getForObject(question + "dan", String.class)).containsAnyOf("portfolio", ":1");
        assertThat(as("root").getForObject(question + "ann", String.class)).containsAnyOf("portfolio", ":4");
    }

    @Test
    void an_admin_who_puts_somebody_into_the_derived_group_reads_why_not() {
        ResponseEntity<String> answer = as("root")
                .exchange(
                        "/engine-rest/group/accounting-approvers/members/dan",
                        HttpMethod.PUT,
                        HttpEntity.EMPTY,
                        String.class);

        assertThat(answer.getStatusCode()).isEqualTo(BAD_REQUEST);
        assertThat(answer.getBody()).contains("Change those groups instead");
    }

    @Test
    void who_gives_themselves_another_e_mail_address_reads_why_not() {
        ResponseEntity<String> answer = as("dan")
                .exchange(
                        "/engine-rest/user/dan/profile",
                        HttpMethod.PUT,
                        new HttpEntity<>(Map.of("id", "dan", "email", "sue@example.com")),
                        String.class);

        assertThat(answer.getStatusCode()).isEqualTo(BAD_REQUEST);
        assertThat(answer.getBody()).contains("Ask an administrator to change your e-mail address");
    }

    private ResponseEntity<String> deployAs(String userId) {
        String model = Bpmn.convertToString(Bpmn.createExecutableProcess("modeled")
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .endEvent()
                .done());
        MultiValueMap<String, Object> form = new LinkedMultiValueMap<>();
        form.add("deployment-name", "modeled");
        form.add("modeled.bpmn", new ByteArrayResource(model.getBytes()) {
            @Override
            public String getFilename() {
                return "modeled.bpmn";
            }
        });
        return as(userId).postForEntity("/engine-rest/deployment/create", form, String.class);
    }
}
