package io.projectexport.process.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.projectexport.process.guard.Finding;
import io.projectexport.process.guard.GuardedModels;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is useful passes: a false alarm keeps people from what they need just as a hole lets in what breaks it. */
class UsefulEditsTest {

    /** Hundreds of the rules that look at one element at a time. */
    private static final Set<Integer> STATIC = Set.of(1, 2, 3, 7, 8);

    @Test
    void the_shipped_models_and_those_of_the_first_release_have_nothing_to_refuse() {
        assertThat(GuardedModels.findings(GuardedModels.shipped())).isEmpty();
        assertThat(GuardedModels.findings(GuardedModels.released())).noneMatch(Finding::refuses);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    project-export.bpmn|targetRef="userTask_reviewProject" />|targetRef="userTask_confirm" />~<bpmn:userTask id="userTask_confirm" name="Confirm as director" camunda:candidateGroups="erp-admin" camunda:dueDate="${dateTime().plusDays(2).toDate()}" camunda:priority="60"><bpmn:incoming>flow_registered</bpmn:incoming><bpmn:outgoing>flow_confirmed</bpmn:outgoing></bpmn:userTask><bpmn:sequenceFlow id="flow_confirmed" sourceRef="userTask_confirm" targetRef="userTask_reviewProject" />
                    project-export.bpmn|${decision == 'accept'}|${decision == 'accept' and not empty client and client.toLowerCase().startsWith('har')}
                    project-export.bpmn|${decision == 'accept'}|${client == 'Harbour Council' or country ne 'New Zealand'}
                    project-export.bpmn|${decision == 'accept'}|#{decision eq "accept"}
                    project-export.bpmn|name="Review project"|name="Check ${projectName}, please" camunda:dueDate="P3D" camunda:followUpDate="${now()}"
                    project-export.bpmn|name="yes"|name="≥ ${limit} {a} = b"
                    project-export.bpmn|${escalation.after}|P3DT12H
                    project-export.bpmn|${escalation.after}|R3/PT24H
                    project-export.bpmn|<bpmn:timeDuration xsi:type="bpmn:tFormalExpression">${escalation.after}</bpmn:timeDuration>|<bpmn:timeCycle xsi:type="bpmn:tFormalExpression">0 0 8 ? * MON-FRI</bpmn:timeCycle>
                    project-export.bpmn|<bpmn:incoming>flow_registered</bpmn:incoming>|<bpmn:extensionElements><camunda:inputOutput><camunda:inputParameter name="limit">100000</camunda:inputParameter><camunda:outputParameter name="seenBy">${currentUser()}</camunda:outputParameter></camunda:inputOutput><camunda:taskListener event="create" expression="${task.setPriority(70)}" /><camunda:executionListener event="end" expression="${execution.setVariable('reviewed', round > 1)}" /><camunda:properties><camunda:property name="note" value="${whatever" /></camunda:properties></bpmn:extensionElements><bpmn:incoming>flow_registered</bpmn:incoming>
                    project-export.bpmn|<bpmn:documentation>Moves the project to Rejected|<bpmn:documentation>Uses ${nothing} and moves the project to Rejected
                    project-export.bpmn|<bpmn:endEvent id="endEvent_withdrawn" name="Withdrawn">|<bpmn:serviceTask id="note" name="Note" camunda:expression="${execution.setVariable('closed', true)}" camunda:resultVariable="noted"/><bpmn:endEvent id="endEvent_withdrawn" name="Withdrawn">
                    project-export.bpmn|camunda:delegateExpression="${createXeroJobDelegate}"|camunda:expression="${createXeroJobDelegate.execute(execution)}" camunda:jobPriority="${round > 1 ? 20 : 10}"
                    project-export.bpmn|PT5S,PT20S,PT1M,PT5M|R5/PT10M
                    project-export.bpmn|camunda:candidateUsers="${submitter},${creator}"|camunda:candidateUsers="${submitter}, ${creator}, anna@example.com" camunda:candidateGroups="erp-admin, portfolio"
                    project-export.bpmn|<bpmn:outgoing>flow_submitted</bpmn:outgoing>|<bpmn:extensionElements><camunda:executionListener event="end" expression="${execution.setVariable('large', estimateAmount.length() > 7)}"/></bpmn:extensionElements><bpmn:outgoing>flow_submitted</bpmn:outgoing>
                    review-project.form|"label": "Why is it rejected?"|"label": "Reason, please"
                    review-project.form|"label": "Accept"|"label": "Yes, export it"
                    review-project.form|"components": [~    {~      "type": "text",|"components": [ {"type":"select","key":"costCentre","label":"Cost centre","values":[{"label":"A","value":"a"},{"label":"B","value":"b"}]}, {"type":"checkbox","key":"urgent","label":"Urgent","conditional":{"hide":"=costCentre = null or costCentre != \\"a\\""}}, {"type":"number","key":"hours","label":"Hours"},~    {~      "type": "text",
                    submit-project.form|"components": [|"components": [ {"type":"dynamiclist","path":"parts","label":"Parts","components":[{"type":"textfield","key":"partName","label":"Part"},{"type":"textfield","key":"partNote","label":"Note"}]},{"type":"separator"},{"type":"spacer","height":10},{"type":"html","content":"<b>x</b>"},
                    daily-summary.bpmn|${dailySummarySchedule.cron}|0 0 7 * * MON-FRI
                    daily-summary.bpmn|${recipientCount &gt; 0}|${recipientCount != 0}
                    daily-summary.bpmn|${recipientCount == 0}|${recipientCount lt 1}
                    project-export.bpmn|camunda:versionTag="1.3"|camunda:versionTag="2026-12 with director"
                    project-export.bpmn|${retryAt}|${dateTime().plusMinutes(5).toDate()}
                    """)
    void a_useful_edit_is_not_refused(String file, String text, String edited) {
        List<Finding> findings =
                GuardedModels.findings(GuardedModels.edited(file, text.replace('~', '\n'), edited.replace('~', '\n')));

        assertThat(findings)
                .filteredOn(found -> STATIC.contains(found.rule() / 100))
                .noneMatch(Finding::refuses);
    }
}
