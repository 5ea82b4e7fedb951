package io.projectexport.process.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelAttributesTest {

    private static final String MODEL = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:engine="%s" targetNamespace="test">
              <process id="process">
                <userTask id="task" engine:candidateGroups="a, b" engine:asyncBefore="true" name="Task"/>
              </process>
            </definitions>
            """;

    @ParameterizedTest
    @ValueSource(strings = {"http://camunda.org/schema/1.0/bpmn", "http://activiti.org/bpmn"})
    void attributes_of_the_engine_are_read_by_their_names(String namespace) {
        ModelElementInstance task = Bpmn.readModelFromStream(
                        new ByteArrayInputStream(MODEL.formatted(namespace).getBytes(StandardCharsets.UTF_8)))
                .getModelElementById("task");

        assertThat(ModelAttributes.attribute(task, "candidateGroups")).isEqualTo("a, b");
        assertThat(ModelAttributes.attribute(task, "formRef")).isNull();
        assertThat(ModelAttributes.isTrue(task, "asyncBefore")).isTrue();
        assertThat(ModelAttributes.isTrue(task, "asyncAfter")).isFalse();
        assertThat(ModelAttributes.lists(task, "candidateGroups", "b")).isTrue();
        assertThat(ModelAttributes.lists(task, "candidateGroups", "a, b")).isFalse();
        assertThat(ModelAttributes.lists(task, "candidateUsers", "a")).isFalse();
    }
}
