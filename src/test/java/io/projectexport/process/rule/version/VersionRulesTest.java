package io.projectexport.process.rule.version;

import static org.assertj.core.api.Assertions.assertThat;

import io.projectexport.process.guard.Finding;
import io.projectexport.process.guard.GuardedModels;
import io.projectexport.process.guard.SentModels;
import io.projectexport.process.guard.Surroundings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionRulesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', emptyValue = "", textBlock = """
                    801|project-export.bpmn| camunda:historyTimeToLive="P180D"||does not say how long its history is kept
                    801|project-export.bpmn|P180D|P6M|which is no number of days
                    801|daily-summary.bpmn|P30D|30 days|which is no number of days
                    802|project-export.bpmn| camunda:versionTag="1.3"||has no version tag
                    802|daily-summary.bpmn|camunda:versionTag="1.1"|camunda:versionTag=" "|has no version tag
                    804|project-export.bpmn|<bpmn:process id="project-export"|<bpmn:process id="project-export-2"|in the process project-export-2
                    804|daily-summary.bpmn|<bpmn:process id="daily-summary"|<bpmn:process id="DailySummary"|give the process that id again
                    804|daily-summary.bpmn|${findApproversWithWorkDelegate}|${registerSubmissionDelegate}|calls the step "Register submission" in the process daily-summary
                    805|project-export.bpmn|isExecutable="true"|isExecutable="false"|is not executable
                    805|daily-summary.bpmn| isExecutable="true"||is not executable
                    806|project-export.bpmn|<bpmn:endEvent id="endEvent_withdrawn"|<bpmn:callActivity id="call" calledElement="other" camunda:calledElementTenantId="t"/><bpmn:endEvent id="endEvent_withdrawn"|names a tenant
                    806|project-export.bpmn|camunda:delegateExpression="${retrieveProjectDelegate}"|camunda:decisionRef="approver" camunda:decisionRefTenantId="t"|names a tenant
                    807|project-export.bpmn|modeler:executionPlatform="Camunda Platform"|modeler:executionPlatform="Camunda Cloud"|was drawn for Camunda 8
                    807|daily-summary.bpmn|<bpmn:incoming>flow_found</bpmn:incoming>|<bpmn:extensionElements><zeebe:taskDefinition xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" type="x" /></bpmn:extensionElements><bpmn:incoming>flow_found</bpmn:incoming>|was drawn for Camunda 8
                    808|project-export.bpmn|<bpmn:outgoing>flow_submitted</bpmn:outgoing>|<bpmn:outgoing>flow_submitted</bpmn:outgoing><bpmn:messageEventDefinition messageRef="message_projectRetrieved" />|starts a project without a submission
                    809|project-export.bpmn|camunda:historyTimeToLive="P180D"|camunda:historyTimeToLive="P180D" camunda:isStartableInTasklist="false"|cannot be started in Tasklist
                    809|daily-summary.bpmn| camunda:isStartableInTasklist="false"||is offered for starting in Tasklist
                    """)
    void a_version_that_nobody_could_tell_or_run_is_named_with_what_to_do(
            int rule, String file, String text, String edited, String said) {
        List<Finding> findings = GuardedModels.findings(GuardedModels.edited(file, text, edited == null ? "" : edited));

        assertThat(findings).anySatisfy(found -> {
            assertThat(found.rule()).isEqualTo(rule);
            assertThat(found.sentence()).contains(said);
        });
    }

    private static class Deployed implements Surroundings {

        private final String tag;
        private final Optional<Boolean> wasDeployed;

        Deployed(String tag, Optional<Boolean> wasDeployed) {
            this.tag = tag;
            this.wasDeployed = wasDeployed;
        }

        @Override
        public Optional<Set<String>> groups() {
            return Optional.empty();
        }

        @Override
        public Optional<Set<String>> processKeys() {
            return Optional.empty();
        }

        @Override
        public Optional<Set<String>> decisionKeys() {
            return Optional.empty();
        }

        @Override
        public Optional<Set<String>> formKeys() {
            return Optional.empty();
        }

        @Override
        public Optional<String> versionTag(String processKey) {
            return processKey.equals("project-export") ? Optional.of(tag) : Optional.empty();
        }

        @Override
        public Map<String, Long> waiting(String processKey) {
            return processKey.equals("project-export")
                    ? Map.of("userTask_reviewProject", 3L, "userTask_confirm", 2L)
                    : Map.of();
        }

        @Override
        public Optional<Boolean> wasDeployed(String processKey, byte[] file) {
            return wasDeployed;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.3", "1.3.0", "1.10", "v2"})
    void a_tag_that_is_not_higher_is_refused(String deployed) {
        assertThat(GuardedModels.findings(GuardedModels.shipped(), new Deployed(deployed, Optional.of(false))))
                .filteredOn(Finding::refuses)
                .extracting(Finding::sentence)
                .containsExactly("\"Project export\" (project-export) has the version tag 1.3, and %s is deployed. "
                                .formatted(deployed)
                        + "Raise \"Version tag\", so that people can tell the two apart.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.2", "0.9.9", "with director"})
    void a_higher_one_is_not(String deployed) {
        assertThat(GuardedModels.findings(GuardedModels.shipped(), new Deployed(deployed, Optional.of(false))))
                .noneMatch(Finding::refuses);
    }

    @Test
    void a_version_that_was_there_before_comes_back_with_its_tag() {
        assertThat(GuardedModels.findings(GuardedModels.shipped(), new Deployed("1.4", Optional.of(true))))
                .noneMatch(found -> found.rule() == 802);
        assertThat(GuardedModels.findings(GuardedModels.shipped(), new Deployed("1.4", Optional.empty())))
                .filteredOn(found -> found.rule() == 802)
                .singleElement()
                .matches(found -> !found.refuses());
    }

    @Test
    void an_element_at_which_projects_wait_and_that_is_gone_is_told_with_their_number() {
        assertThat(GuardedModels.findings(GuardedModels.shipped(), new Deployed("1.2", Optional.of(false))))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.refuses()).isFalse();
                    assertThat(found.sentence())
                            .contains("has no userTask_confirm any more, at which 2 running instances wait");
                });
    }

    @Test
    void a_deployment_for_a_tenant_is_refused() {
        SentModels sent = new SentModels(GuardedModels.shipped(), new Deployed("1.2", Optional.of(false)), "harbour");

        assertThat(GuardedModels.theGuard().check(sent))
                .filteredOn(Finding::refuses)
                .extracting(Finding::sentence)
                .singleElement()
                .asString()
                .contains("is deployed for the tenant harbour, which is not there. Leave \"Tenant ID\" empty");
    }

    @Test
    void forms_without_their_model_are_told_to_change_nothing_that_waits() {
        Map<String, byte[]> files = GuardedModels.shipped();
        files.keySet().removeIf(name -> name.endsWith(".bpmn"));

        List<Finding> findings = GuardedModels.findings(files);
        assertThat(findings).extracting(Finding::rule).containsOnly(811);
        assertThat(findings).noneMatch(Finding::refuses);
    }
}
