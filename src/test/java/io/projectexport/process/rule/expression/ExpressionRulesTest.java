package io.projectexport.process.rule.expression;

import static org.assertj.core.api.Assertions.assertThat;

import io.projectexport.process.guard.Finding;
import io.projectexport.process.guard.GuardedModels;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionRulesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', emptyValue = "", textBlock = """
                    301|project-export.bpmn|${decision == 'accept'}|${decision = 'accept'}|cannot be read, ${decision = 'accept'}: '=' does not fit there. Compare with two signs
                    301|project-export.bpmn|${decision == 'accept'}|${decision == 'accept'|it is not closed
                    301|project-export.bpmn|${decision == 'accept'}|${decision 'accept'}|a sign such as == or a bracket is missing
                    301|project-export.bpmn|${decision == 'accept'}|${decision == 'accept}|has no closing quote
                    301|project-export.bpmn|${decision == 'accept'}|${decision == ‘accept’}|between straight quotes
                    301|project-export.bpmn|${decision == 'accept'}|${ }|it is empty
                    301|project-export.bpmn|${decision == 'accept'}|${decision == 'accept' &amp; round == 1}|Write && or
                    301|project-export.bpmn|${submitter},${creator}|${submitter|it is not closed
                    301|project-export.bpmn|name="Review project" camunda:formRef|name="Review ${projectName" camunda:formRef|it is not closed
                    301|project-export.bpmn|PT5S,PT20S,PT1M,PT5M|${}|it is empty
                    301|daily-summary.bpmn|${dailySummarySchedule.cron}|#{dailySummarySchedule cron}|does not fit there
                    302|project-export.bpmn|${decision == 'accept'}|${decsion == 'accept'}|uses decsion in ${decsion == 'accept'}, which neither a form nor this model sets and the application does not have. Did you mean decision?
                    302|project-export.bpmn|${decision == 'accept'}|${decision == accept}|Put a text between quotes, as 'accept'
                    302|project-export.bpmn|${submitter},${creator}|${submitters},${creator}|Did you mean submitter?
                    302|project-export.bpmn|camunda:candidateGroups="accounting-approvers">|camunda:candidateGroups="accounting-approvers" camunda:dueDate="${reviewDue}">|uses reviewDue
                    302|project-export.bpmn|${retryAt}|${RetryAt}|Did you mean retryAt?
                    302|project-export.bpmn|${escalation.after}|${escalations.after}|Did you mean escalation?
                    302|project-export.bpmn|name="Review project" camunda:formRef|name="Review ${projectTitle}" camunda:formRef|uses projectTitle
                    302|project-export.bpmn|camunda:candidateGroups="accounting-approvers">|camunda:candidateGroups="accounting-approvers" camunda:assignee="${task.owner}">|which is there in task listeners only
                    302|project-export.bpmn|${decision == 'accept'}|${environment.getProperty('spring.datasource.password') == 'accept'}|uses environment
                    302|project-export.bpmn|${decision == 'accept'}|${caseExecution.id == 'accept'}|uses caseExecution
                    302|daily-summary.bpmn|${recipientCount == 0}|${count == 0}|uses count
                    303|project-export.bpmn|${escalation.after}|${escalation.afterDays}|asks for afterDays in ${escalation.afterDays}, which that bean does not offer to models
                    303|project-export.bpmn|${rejectionNotices.of(execution)}|${rejectionNotices.of()}|asks for of(…)
                    303|project-export.bpmn|${rejectionNotices.of(execution)}|${rejectionNotices.off(execution)}|Did you mean of?
                    303|project-export.bpmn|${decision == 'accept'}|${decision.length > 3}|asks for length
                    303|project-export.bpmn|${decision == 'accept'}|${decision.startWith('acc')}|Did you mean startsWith?
                    303|project-export.bpmn|${decision == 'accept'}|${execution.processEngineServices.runtimeService != null}|does not offer to models
                    303|project-export.bpmn|${decision == 'accept'}|${execution.getProcessEngine() != null}|does not offer to models
                    303|project-export.bpmn|${decision == 'accept'}|${decision.class.name == 'accept'}|asks for a Java class
                    303|project-export.bpmn|${decision == 'accept'}|${decision['getClass']() == 'accept'}|asks for a Java class
                    303|daily-summary.bpmn|${dailySummarySchedule.cron}|${dailySummarySchedule.crone}|asks for crone
                    304|project-export.bpmn|${decision == 'accept'}|${today() == 'accept'}|calls today() in ${today() == 'accept'}, which does not exist. Use one of currentUser(), currentUserGroups(), dateTime(), now()
                    304|project-export.bpmn|${decision == 'accept'}|${dateTime('2027') != null}|calls dateTime(…)
                    304|project-export.bpmn|${decision == 'accept'}|${S(decision) != null}|calls S(…)
                    305|project-export.bpmn|${decision == 'accept'}|${estimateAmount > 100000}|compares a text (estimateAmount) with a number (100000)
                    305|project-export.bpmn|${decision == 'accept'}|${round == 'two'}|compares a number (round) with a text ('two')
                    305|project-export.bpmn|${decision == 'accept'}|${hasContact == 'yes'}|Compare with true or false, without quotes
                    305|project-export.bpmn|${decision == 'accept'}|${decision == true}|compares a text (decision) with true or false
                    305|project-export.bpmn|${decision == 'accept'}|${submittedAt > '2027-01-01'}|compares a date (submittedAt) with a text
                    305|project-export.bpmn|${decision == 'accept'}|${rejectionNotices.of(execution) > 0}|Ask the list for its size()
                    305|project-export.bpmn|${decision == 'accept'}|${dateTime().minusDays(3) > submittedAt}|compares a structure with a date
                    305|project-export.bpmn|${decision == 'accept'}|${1000 lt estimateAmount}|compares a number (1000) with a text (estimateAmount)
                    306|project-export.bpmn|${decision == 'accept'}|${decision == 'Accept'}|compares decision with 'Accept' in ${decision == 'Accept'}, which it never is. Write 'accept' or 'reject'
                    306|project-export.bpmn|${decision == 'accept'}|${decision == 'accepted'}|which it never is
                    306|project-export.bpmn|${decision == 'accept'}|${'yes' eq decision}|compares decision with 'yes'
                    306|project-export.bpmn|${decision == 'accept'}|${decision.equals('approve')}|compares decision with 'approve'
                    306|project-export.bpmn|${decision == 'accept'}|${'approve'.equals(decision)}|compares decision with 'approve'
                    306|project-export.bpmn|${resolution == 'retry'}|${resolution == 'accept'}|Write 'retry' or 'reject'
                    306|project-export.bpmn|${correction == 'resubmit'}|${(correction) != 'correct'}|compares correction with 'correct'
                    306|project-export.bpmn|${decision == 'accept'}|${decision == 'accept' and contactChoice == 'other'}|compares contactChoice with 'other'
                    307|project-export.bpmn|${decision == 'accept'}|decision == 'accept'|has a condition that is no expression: decision == 'accept'
                    307|project-export.bpmn|${decision == 'accept'}|{decision == 'accept'}|no expression
                    307|project-export.bpmn|${decision == 'accept'}|true|no expression
                    307|project-export.bpmn|${decision == 'accept'}|${decision} == 'accept'|which is a text and not true or false
                    307|project-export.bpmn|${decision == 'accept'}|${decision}|which is a text and not true or false
                    307|project-export.bpmn|${decision == 'accept'}|${round}|which is a number and not true or false
                    307|daily-summary.bpmn|</bpmn:multiInstanceLoopCharacteristics>|<bpmn:completionCondition xsi:type="bpmn:tFormalExpression">${nrOfCompletedInstances}</bpmn:completionCondition></bpmn:multiInstanceLoopCharacteristics>|which is a number and not true or false
                    308|project-export.bpmn|camunda:candidateGroups="accounting-approvers">|camunda:candidateGroups="accounting-approvers" camunda:dueDate="P7Days">|has the due date P7Days, which is no date
                    308|project-export.bpmn|camunda:candidateGroups="accounting-approvers">|camunda:candidateGroups="accounting-approvers" camunda:dueDate="7 days">|which is no date
                    308|project-export.bpmn|camunda:candidateGroups="accounting-approvers">|camunda:candidateGroups="accounting-approvers" camunda:followUpDate="31.03.2027">|has the follow-up date 31.03.2027
                    308|project-export.bpmn|camunda:candidateGroups="accounting-approvers">|camunda:candidateGroups="accounting-approvers" camunda:dueDate="{deadline}">|which is no date
                    308|project-export.bpmn|camunda:candidateGroups="accounting-approvers">|camunda:candidateGroups="accounting-approvers" camunda:dueDate="${round}">|which is a number and no date
                    308|project-export.bpmn|camunda:candidateGroups="accounting-approvers">|camunda:candidateGroups="accounting-approvers" camunda:dueDate="${dateTime().plusDays(7)}">|which is a structure and no date
                    308|project-export.bpmn|camunda:candidateGroups="accounting-approvers">|camunda:candidateGroups="accounting-approvers" camunda:dueDate="${deadlineInWords}">|which is a text and no date
                    309|project-export.bpmn|${escalation.after}|P7Days|has a timer whose duration cannot be read: P7Days
                    309|project-export.bpmn|${escalation.after}|PT1H30|cannot be read: PT1H30
                    309|project-export.bpmn|${escalation.after}|3 days|cannot be read: 3 days
                    309|project-export.bpmn|${escalation.after}|R3|cannot be read: R3
                    309|project-export.bpmn|${escalation.after}|${round}|which is a number and no duration
                    309|project-export.bpmn|${retryAt}|tomorrow|has a timer whose date cannot be read
                    309|daily-summary.bpmn|${dailySummarySchedule.cron}|every day|has a timer whose cycle cannot be read
                    309|daily-summary.bpmn|${dailySummarySchedule.cron}|0 7 * * *|cron with six fields
                    310|project-export.bpmn|PT5S,PT20S,PT1M,PT5M|R3/PT5X|has the retry time cycle "R3/PT5X", which cannot be read
                    310|project-export.bpmn|PT5S,PT20S,PT1M,PT5M|5 minutes|cannot be read
                    310|project-export.bpmn|PT5S,PT20S,PT1M,PT5M|PT5S;PT20S|cannot be read
                    310|project-export.bpmn|PT5S,PT20S,PT1M,PT5M|PT5S,20S|cannot be read
                    310|project-export.bpmn|PT5S,PT20S,PT1M,PT5M||which cannot be read
                    311|project-export.bpmn|camunda:candidateGroups="accounting-approvers">|camunda:candidateGroups="accounting-approvers" camunda:priority="high">|has the priority high, which is no whole number
                    311|project-export.bpmn|camunda:candidateGroups="accounting-approvers">|camunda:candidateGroups="accounting-approvers" camunda:priority="${client}">|which is a text
                    311|project-export.bpmn|camunda:asyncBefore="true" camunda:delegateExpression="${createXeroJobDelegate}"|camunda:asyncBefore="true" camunda:jobPriority="1.5" camunda:delegateExpression="${createXeroJobDelegate}"|has the priority 1.5
                    312|project-export.bpmn|camunda:collection="${rejectionNotices.of(execution)}"|camunda:collection="${client}"|runs over ${client}, which is a text
                    312|project-export.bpmn|camunda:collection="${rejectionNotices.of(execution)}"|camunda:collection="rejectionNotices"|runs over rejectionNotices, which is no variable that holds a list
                    312|project-export.bpmn|camunda:collection="${rejectionNotices.of(execution)}"|camunda:collection="submitter,creator"|which is no variable that holds a list
                    312|project-export.bpmn|camunda:collection="${rejectionNotices.of(execution)}"|camunda:collection="${earlierSteps}"|which is a structure
                    313|project-export.bpmn|${decision == 'accept'}|${'acc' + 'ept' == decision}|computes with a text
                    313|project-export.bpmn|${decision == 'accept'}|${estimateAmount * 2 > 1000}|computes with a text
                    313|project-export.bpmn|${decision == 'accept'}|${round == 1 and decision}|takes a text for true or false
                    313|project-export.bpmn|${decision == 'accept'}|${!decision}|takes a text for true or false
                    313|project-export.bpmn|${decision == 'accept'}|${client ? true : false}|takes a text for true or false
                    314|project-export.bpmn|${resolution == 'retry'}|${decision == 'accept'}|asks for decision, which is the answer of another task. Ask for resolution
                    314|project-export.bpmn|${correction == 'resubmit'}|${resolution == 'retry'}|Ask for correction
                    312|daily-summary.bpmn|</bpmn:multiInstanceLoopCharacteristics>|<bpmn:loopCardinality xsi:type="bpmn:tFormalExpression">three</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>|is to run "three" times
                    """)
    void what_cannot_be_evaluated_is_named_with_what_to_type(
            int rule, String file, String text, String edited, String said) {
        List<Finding> findings = GuardedModels.findings(GuardedModels.edited(file, text, edited == null ? "" : edited));

        assertThat(findings).anySatisfy(found -> {
            assertThat(found.rule()).isEqualTo(rule);
            assertThat(found.sentence()).contains(said);
        });
    }

    private static final String OTHER = """
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="test">
              <bpmn:process id="holiday" isExecutable="true" camunda:historyTimeToLive="P1D">
                <bpmn:userTask id="ask" name="Ask" camunda:assignee="${boss}" camunda:dueDate="${decide}" />
              </bpmn:process>
            </bpmn:definitions>
            """;

    @Test
    void whoever_starts_a_process_of_an_administrators_own_may_give_it_any_variable() {
        assertThat(GuardedModels.findings(Map.of("holiday.bpmn", OTHER.getBytes(StandardCharsets.UTF_8))))
                .filteredOn(found -> found.rule() == 302)
                .hasSize(2)
                .noneMatch(Finding::refuses);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<camunda:inputOutput><camunda:outputParameter name=\"own\">1</camunda:outputParameter></camunda:inputOutput>",
                "<camunda:executionListener event=\"end\" expression=\"${execution.setVariable('own', 1)}\" />",
                "<camunda:taskListener event=\"complete\" expression=\"${task.execution.setVariableLocal('own', 1)}\" />",
            })
    void a_variable_that_the_model_sets_itself_is_known(String extension) {
        Map<String, byte[]> files = GuardedModels.edited(
                "project-export.bpmn",
                "<bpmn:incoming>flow_registered</bpmn:incoming>",
                "<bpmn:extensionElements>" + extension
                        + "</bpmn:extensionElements><bpmn:incoming>flow_registered</bpmn:incoming>");
        String model = new String(files.get("project-export.bpmn"), StandardCharsets.UTF_8);
        files.put(
                "project-export.bpmn",
                model.replace("${decision == 'accept'}", "${decision == 'accept' and own == 1}")
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(GuardedModels.findings(files)).noneMatch(found -> found.rule() < 400 && found.refuses());
    }
}
