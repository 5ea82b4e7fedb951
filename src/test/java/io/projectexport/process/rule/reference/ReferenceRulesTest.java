package io.projectexport.process.rule.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.projectexport.process.guard.Finding;
import io.projectexport.process.guard.GuardedModels;
import io.projectexport.process.guard.Surroundings;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferenceRulesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', emptyValue = "", textBlock = """
                    201|project-export.bpmn|${createXeroJobDelegate}|${createXerJobDelegate}|calls ${createXerJobDelegate}, which this application does not have. Did you mean createXeroJobDelegate?
                    201|project-export.bpmn|${createXeroJobDelegate}|createXeroJobDelegate|is a text and no step. Write ${createXeroJobDelegate}
                    201|project-export.bpmn|${createXeroJobDelegate}|#{dataSource}|which this application does not have
                    201|project-export.bpmn|${createXeroJobDelegate}|${rejectionNotices}|is a value for expressions and no step
                    201|project-export.bpmn|${createXeroJobDelegate}|${createXeroJobDelegate.execute(execution)}|gives, which is no step
                    201|project-export.bpmn|${createXeroJobDelegate}|${round == 1 ? createXeroJobDelegate : createXerojob}|which this application does not have
                    201|project-export.bpmn|<bpmn:incoming>flow_submitted</bpmn:incoming>|<bpmn:extensionElements><camunda:executionListener event="start" delegateExpression="${people}" /></bpmn:extensionElements><bpmn:incoming>flow_submitted</bpmn:incoming>|calls ${people}, which this application does not have
                    202|project-export.bpmn|<bpmn:incoming>flow_registered</bpmn:incoming>|<bpmn:extensionElements><camunda:executionListener event="start" delegateExpression="${createXeroJobDelegate}" /></bpmn:extensionElements><bpmn:incoming>flow_registered</bpmn:incoming>|calls the step createXeroJobDelegate in a listener
                    202|project-export.bpmn|<bpmn:incoming>flow_registered</bpmn:incoming>|<bpmn:extensionElements><camunda:taskListener event="create" expression="${escalateReviewDelegate.execute(execution)}" /></bpmn:extensionElements><bpmn:incoming>flow_registered</bpmn:incoming>|calls the step escalateReviewDelegate in a listener
                    202|project-export.bpmn|<bpmn:incoming>flow_registered</bpmn:incoming>|<bpmn:extensionElements><camunda:inputOutput><camunda:inputParameter name="x">${createXeroJobDelegate.execute(execution)}</camunda:inputParameter></camunda:inputOutput></bpmn:extensionElements><bpmn:incoming>flow_registered</bpmn:incoming>|where nobody sees it
                    202|project-export.bpmn|camunda:delegateExpression="${createXeroJobDelegate}"|camunda:expression="${createXeroJobDelegate}"|names the step createXeroJobDelegate and does not call it
                    203|project-export.bpmn|camunda:delegateExpression="${createXeroJobDelegate}"|camunda:class="java.lang.Object"|names a Java class
                    203|project-export.bpmn|<bpmn:incoming>flow_registered</bpmn:incoming>|<bpmn:extensionElements><camunda:taskListener event="create" class="java.lang.Object" /></bpmn:extensionElements><bpmn:incoming>flow_registered</bpmn:incoming>|names a Java class
                    203|project-export.bpmn|<bpmn:incoming>flow_registered</bpmn:incoming>|<bpmn:extensionElements><camunda:formData><camunda:formField id="f" type="string"><camunda:validation><camunda:constraint name="validator" config="java.lang.Object" /></camunda:validation></camunda:formField></camunda:formData></bpmn:extensionElements><bpmn:incoming>flow_registered</bpmn:incoming>|validator that is a Java class
                    204|project-export.bpmn|xsi:type="bpmn:tFormalExpression">${decision == 'accept'}|xsi:type="bpmn:tFormalExpression" language="javascript">decision == 'accept'|is written in a script language
                    204|project-export.bpmn|<bpmn:incoming>flow_registered</bpmn:incoming>|<bpmn:extensionElements><camunda:taskListener event="create"><camunda:script scriptFormat="groovy">1</camunda:script></camunda:taskListener></bpmn:extensionElements><bpmn:incoming>flow_registered</bpmn:incoming>|has a script
                    205|project-export.bpmn|camunda:delegateExpression="${createXeroJobDelegate}"|camunda:type="external" camunda:topic="xero"|waits for an external worker
                    205|project-export.bpmn|camunda:delegateExpression="${createXeroJobDelegate}"|camunda:type="Shell"|is of the kind "Shell"
                    205|project-export.bpmn|camunda:delegateExpression="${createXeroJobDelegate}"|camunda:type="mail"|is of the kind "mail"
                    207|project-export.bpmn|camunda:delegateExpression="${retrieveProjectDelegate}"|camunda:decisionRef="approver"|asks the decision approver, which was not sent along
                    208|project-export.bpmn|<bpmn:endEvent id="endEvent_withdrawn"|<bpmn:callActivity id="call" calledElement="project-export"/><bpmn:endEvent id="endEvent_withdrawn"|calls project-export, which starts without a submission then
                    208|project-export.bpmn|<bpmn:endEvent id="endEvent_withdrawn"|<bpmn:callActivity id="call" calledElement="other" camunda:calledElementBinding="deployment"/><bpmn:endEvent id="endEvent_withdrawn"|calls the process other, which is not there
                    208|project-export.bpmn|<bpmn:endEvent id="endEvent_withdrawn"|<bpmn:callActivity id="call" camunda:caseRef="x"/><bpmn:endEvent id="endEvent_withdrawn"|calls a case
                    209|project-export.bpmn|<bpmn:incoming>flow_submitted</bpmn:incoming>|<bpmn:extensionElements><camunda:field name="retries"><camunda:string>5</camunda:string></camunda:field></bpmn:extensionElements><bpmn:incoming>flow_accepted</bpmn:incoming>|injects the field retries
                    209|project-export.bpmn|<bpmn:incoming>flow_registered</bpmn:incoming>|<bpmn:extensionElements><camunda:executionListener event="start" expression="${round}"><camunda:field name="x" stringValue="5"/></camunda:executionListener></bpmn:extensionElements><bpmn:incoming>flow_registered</bpmn:incoming>|injects the field x
                    210|project-export.bpmn|camunda:delegateExpression="${retrieveProjectDelegate}"|camunda:expression="${round}" camunda:resultVariable="exportId"|overwrites the variable exportId
                    210|project-export.bpmn|errorRef="error_xeroRefused" />|errorRef="error_xeroRefused" camunda:errorMessageVariable="comment" />|overwrites the variable comment
                    210|project-export.bpmn|<bpmn:endEvent id="endEvent_withdrawn"|<bpmn:callActivity id="call" calledElement="other"><bpmn:extensionElements><camunda:out source="x" target="submitter"/></bpmn:extensionElements></bpmn:callActivity><bpmn:endEvent id="endEvent_withdrawn"|overwrites the variable submitter
                    210|project-export.bpmn|camunda:elementVariable="notice"|camunda:elementVariable="client"|overwrites the variable client
                    211|project-export.bpmn|camunda:formRefBinding="deployment" camunda:candidateGroups="accounting-approvers">|camunda:formRefBinding="deployment">|is for nobody
                    211|project-export.bpmn| camunda:candidateUsers="${submitter},${creator}"| camunda:candidateUsers=" , "|is for nobody
                    212|project-export.bpmn|camunda:candidateGroups="accounting-approvers"|camunda:candidateGroups="accounting-approver"|Did you mean accounting-approvers?
                    212|project-export.bpmn|camunda:candidateGroups="accounting-approvers"|camunda:candidateGroups="accounting-approvers; erp-admin"|Separate groups by commas
                    212|project-export.bpmn|camunda:candidateGroups="accounting-approvers"|camunda:candidateGroups="accounting-approvers, ERP admins"|which cannot be one
                    213|project-export.bpmn|camunda:formRef="review-project" camunda:formRefBinding="deployment"|camunda:formKey="embedded:app:forms/review.html"|is no Camunda Form
                    213|project-export.bpmn|camunda:formRef="review-project" camunda:formRefBinding="deployment"|camunda:formKey="camunda-forms:deployment:review.form"|which is not part of the deployment
                    214|project-export.bpmn|${submitter},${creator}|submitter,creator|names the user "submitter", which is no login. Write a variable as ${submitter}
                    214|project-export.bpmn|${submitter},${creator}|{submitter}|which is no login
                    214|project-export.bpmn|${submitter},${creator}|$(creator)|which is no login
                    215|project-export.bpmn|camunda:delegateExpression="${createXeroJobDelegate}"||does not say what it does
                    215|project-export.bpmn|camunda:delegateExpression="${createXeroJobDelegate}"|camunda:delegateExpression=""|does not say what it does
                    """)
    void what_is_not_there_or_not_for_models_is_named_with_what_to_do(
            int rule, String file, String text, String edited, String said) {
        List<Finding> findings = GuardedModels.findings(GuardedModels.edited(file, text, edited == null ? "" : edited));

        assertThat(findings).anySatisfy(found -> {
            assertThat(found.rule()).isEqualTo(rule);
            assertThat(found.sentence()).contains(said);
        });
    }

    private static final String DECISION = """
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="test">
              <decision id="approver" name="Approver"><literalExpression id="l"><text>"x"</text></literalExpression></decision>
            </definitions>
            """;

    private static Map<String, byte[]> asking(String decision) {
        return GuardedModels.edited(
                "project-export.bpmn",
                "<bpmn:endEvent id=\"endEvent_withdrawn\"",
                "<bpmn:businessRuleTask id=\"ask\" name=\"Ask\" camunda:decisionRef=\"%s\" camunda:resultVariable=\"approver\"/>"
                                .formatted(decision)
                        + "<bpmn:endEvent id=\"endEvent_withdrawn\"");
    }

    @Test
    void a_decision_that_is_sent_along_is_there_and_another_is_not() {
        Map<String, byte[]> files = asking("approver");
        files.put("approver.dmn", DECISION.getBytes(StandardCharsets.UTF_8));
        assertThat(GuardedModels.findings(files))
                .filteredOn(found -> found.rule() == 207)
                .isEmpty();

        Map<String, byte[]> misspelled = asking("aprover");
        misspelled.put("approver.dmn", DECISION.getBytes(StandardCharsets.UTF_8));
        assertThat(GuardedModels.findings(misspelled))
                .filteredOn(found -> found.rule() == 207)
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.refuses()).isFalse();
                    assertThat(found.sentence()).contains("Did you mean approver?");
                });
    }

    @Test
    void where_it_is_known_what_is_deployed_a_missing_group_or_decision_is_refused() {
        Map<String, byte[]> files = GuardedModels.edited(
                "project-export.bpmn",
                "camunda:candidateUsers=\"${submitter},${creator}\"",
                "camunda:candidateUsers=\"${submitter},${creator}\" camunda:candidateGroups=\"directors, harbour-team\"");

        assertThat(GuardedModels.findings(files))
                .filteredOn(found -> found.rule() == 212)
                .noneMatch(Finding::refuses)
                .hasSize(2);
        assertThat(GuardedModels.findings(files, new Deployed()))
                .filteredOn(found -> found.rule() == 212)
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.refuses()).isTrue();
                    assertThat(found.sentence()).contains("has the candidate group harbour-team, which is not there");
                });
        assertThat(GuardedModels.findings(asking("gone"), new Deployed()))
                .filteredOn(found -> found.rule() == 207)
                .singleElement()
                .matches(Finding::refuses);
        assertThat(GuardedModels.findings(asking("there"), new Deployed())).noneMatch(found -> found.rule() == 207);
    }

    private static final class Deployed implements Surroundings {

        @Override
        public Optional<Set<String>> groups() {
            return Optional.of(Set.of("directors"));
        }

        @Override
        public Optional<Set<String>> processKeys() {
            return Optional.of(Set.of());
        }

        @Override
        public Optional<Set<String>> decisionKeys() {
            return Optional.of(Set.of("there"));
        }

        @Override
        public Optional<Set<String>> formKeys() {
            return Optional.of(Set.of());
        }

        @Override
        public Optional<String> versionTag(String processKey) {
            return Optional.empty();
        }

        @Override
        public Map<String, Long> waiting(String processKey) {
            return Map.of();
        }
    }
}
