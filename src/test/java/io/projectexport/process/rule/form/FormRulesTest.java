package io.projectexport.process.rule.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.projectexport.process.guard.Finding;
import io.projectexport.process.guard.GuardedModels;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormRulesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', emptyValue = "", textBlock = """
                    703|review-project.form|"type": "radio"|"type": "filepicker"|a component of the kind filepicker (Export this project to Xero?), which this Tasklist cannot show
                    703|review-project.form|"type": "table"|"type": "documentPreview"|documentPreview
                    702|review-project.form|"schemaVersion": 16|"schemaVersion": 19|has schema version 19, and Tasklist knows 16
                    702|review-project.form|"executionPlatform": "Camunda Platform"|"executionPlatform": "Camunda Cloud"|was drawn for Camunda 8
                    701|review-project.form|"id": "review-project"|"id": ""|has no id
                    701|review-project.form|"type": "default"|"type": "other"|has no id or no components
                    701|review-project.form|"components": [|"components" [|is no readable form
                    704|review-project.form|"key": "decision"|"key": "answer"|does not ask for decision, which its task needs. Add a field with the key decision
                    704|review-project.form|"key": "comment"|"key": "reason"|does not ask for comment
                    704|resolve-failed-export.form|"key": "resolution"|"key": "decision"|does not ask for resolution
                    704|correct-project.form|"key": "correction"|"key": "correction", "readonly": true|does not ask for correction
                    704|submit-project.form|"key": "projectName"|"key": "name"|does not ask for projectName
                    704|review-project.form|"hide": "=decision != \\"reject\\""|"hide": "=true"|does not ask for comment
                    705|review-project.form|"value": "accept"|"value": "Accept"|offers "Accept" for decision, which the application does not know
                    705|review-project.form|"value": "accept"|"value": "yes"|does not offer "accept" for decision
                    705|resolve-failed-export.form|"value": "retry"|"value": "again"|offers "again" for resolution
                    706|submit-project.form|"key": "city"|"key": "street"|has 2 fields with the key street
                    706|review-project.form|"key": "client"|"key": "comment"|has 2 fields with the key comment
                    707|submit-project.form|"key": "city"|"key": "exportId"|lets people change exportId
                    707|correct-project.form|"key": "city"|"key": "submitter"|lets people change submitter
                    707|submit-project.form|"key": "city"|"key": "creator.name"|lets people change creator.name
                    708|submit-project.form|"key": "city"|"key": "cost-centre"|"cost-centre", which no expression can name
                    708|submit-project.form|"key": "city"|"key": "cost centre"|which no expression can name
                    708|submit-project.form|"key": "city"|"key": ""|without a key, whose answer is lost
                    708|submit-project.form|"key": "city"|"key": "2nd"|which no expression can name
                    709|review-project.form|"hide": "=decision != \\"reject\\""|"hide": "=decision == \\"reject\\""|Compare with one sign
                    709|review-project.form|"hide": "=decision != \\"reject\\""|"hide": "=decision != 'reject'"|straight double quotes
                    709|review-project.form|"hide": "=decision != \\"reject\\""|"hide": "=(decision != \\"reject\\""|Close each bracket
                    709|review-project.form|"hide": "=decision != \\"reject\\""|"hide": "=decision = "|Complete it
                    709|review-project.form|"dataSource": "=earlierSteps"|"dataSource": "=${earlierSteps}"|without braces
                    710|project-export.bpmn|camunda:formRef="review-project"|camunda:formRef="review"|shows the form review, which is not part of the deployment. Deploy review.form together with the model
                    710|project-export.bpmn|camunda:formRef="review-project"|camunda:formRef="review-projekt"|Did you mean review-project?
                    710|project-export.bpmn|camunda:formRef="review-project" camunda:formRefBinding="deployment"|camunda:formRef="review-project"|does not say which version
                    710|project-export.bpmn|camunda:formRef="review-project" camunda:formRefBinding="deployment"|camunda:formRef="review-project" camunda:formRefBinding="version"|Fill in "Version"
                    711|project-export.bpmn|camunda:formRef="review-project"|camunda:formKey="x" camunda:formRef="review-project"|has two forms
                    711|project-export.bpmn|<bpmn:incoming>flow_registered</bpmn:incoming>|<bpmn:extensionElements><camunda:formData><camunda:formField id="f" type="string" /></camunda:formData></bpmn:extensionElements><bpmn:incoming>flow_registered</bpmn:incoming>|has two forms
                    712|project-export.bpmn|camunda:formRef="review-project" camunda:formRefBinding="deployment"||has no form, so that nobody can answer in Tasklist
                    """)
    void a_form_that_cannot_be_answered_is_named_with_what_to_do(
            int rule, String file, String text, String edited, String said) {
        List<Finding> findings = GuardedModels.findings(GuardedModels.edited(file, text, edited == null ? "" : edited));

        assertThat(findings).anySatisfy(found -> {
            assertThat(found.rule()).isEqualTo(rule);
            assertThat(found.sentence()).contains(said);
        });
    }
}
