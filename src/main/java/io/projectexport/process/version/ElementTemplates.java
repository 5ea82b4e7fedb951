package io.projectexport.process.version;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.projectexport.process.catalogue.ModelCatalogue;
import io.projectexport.process.catalogue.ModelCatalogue.Step;
import io.projectexport.process.catalogue.ModelStep;
import io.projectexport.process.model.DecisionTask;
import io.projectexport.process.model.ProjectExportProcess;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Element templates of Camunda Modeler: each step and user task by its name, so that nobody types the name of a bean. What a template
 * cannot set, such as the retries of a job, its description says.
 */
@Component
public class ElementTemplates {

    /** Where Camunda Modeler looks, beside the models. */
    public static final String FILE = ".camunda/element-templates/project-export.json";

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final int VERSION = 1;

    private final ModelCatalogue catalogue;

    ElementTemplates(ModelCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The file as Camunda Modeler reads it. */
    public String json() {
        List<Map<String, Object>> templates = Stream.of(
                        catalogue.steps().stream().map(ElementTemplates::step),
                        Arrays.stream(DecisionTask.values()).map(ElementTemplates::task),
                        Stream.of(whoApproves()))
                .flatMap(several -> several)
                .toList();
        try {
            return JSON.writeValueAsString(templates) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Map<String, Object> step(Step step) {
        ModelStep about = step.about();
        List<Map<String, Object>> properties = new ArrayList<>();
        properties.add(hidden("camunda:delegateExpression", "${%s}".formatted(step.bean())));
        if (about.outside() && about.collection().isEmpty()) {
            properties.add(hidden("camunda:asyncBefore", true));
        }
        Arrays.stream(about.reads()).map(ElementTemplates::input).forEach(properties::add);
        return template(step.bean(), about.label(), description(about), "bpmn:ServiceTask", properties);
    }

    /** What it does, and what a template cannot set. */
    private static String description(ModelStep about) {
        String loop = about.collection().isEmpty()
                ? ""
                : " Make it a multi-instance over the collection %s with the element variable %s, asynchronous before."
                        .formatted(about.collection(), about.element());
        String retries = about.outside() ? " Fill in \"Retry time cycle\"." : "";
        String errors = about.errors().length == 0
                ? ""
                : " Catch its errors: %s."
                        .formatted(String.join(
                                ", ",
                                Arrays.stream(about.errors())
                                        .map(reason -> reason.code())
                                        .toList()));
        return about.description() + loop + retries + errors;
    }

    private static Map<String, Object> task(DecisionTask task) {
        List<Map<String, Object>> properties = new ArrayList<>();
        properties.add(hidden("camunda:formRef", task.form()));
        properties.add(hidden("camunda:formRefBinding", "deployment"));
        properties.add(
                switch (task) {
                    case CORRECT -> hidden("camunda:candidateUsers", DecisionTask.CORRECTING_USERS);
                    case APPROVE ->
                        shown(
                                "Who approves",
                                "Ids of groups, with commas between them, such as erp-admin",
                                "erp-admin",
                                property("camunda:candidateGroups"));
                    default ->
                        hidden("camunda:candidateGroups", task.candidateGroup().orElseThrow());
                });
        String answers = "Its answer is in the variable %s: %s."
                .formatted(task.answer().name(), String.join(" or ", task.words()));
        return template(task.form(), task.label(), answers, "bpmn:UserTask", properties);
    }

    /** A decision table beside the models that says who approves. */
    private static Map<String, Object> whoApproves() {
        List<Map<String, Object>> properties = new ArrayList<>(List.of(
                shown(
                        "Decision table",
                        "Id of the decision, which is deployed with the model",
                        "who-approves",
                        property("camunda:decisionRef")),
                hidden("camunda:decisionRefBinding", "deployment"),
                hidden("camunda:mapDecisionResult", "singleEntry"),
                shown(
                        "Result",
                        "The variable that a gateway asks for",
                        "approvalLevel",
                        property("camunda:resultVariable"))));
        ProjectExportProcess.DECISION_INPUTS.stream()
                .map(name -> hidden(Map.of("type", "camunda:inputParameter", "name", name), "${%s}".formatted(name)))
                .forEach(properties::add);
        return template(
                "who-approves",
                "Who approves?",
                "Asks a decision table by estimate, client and country; draw a gateway after it.",
                "bpmn:BusinessRuleTask",
                properties);
    }

    private static Map<String, Object> template(
            String id, String name, String description, String type, List<Map<String, Object>> properties) {
        Map<String, Object> template = new LinkedHashMap<>();
        template.put("name", name);
        template.put("id", "io.projectexport." + id);
        template.put("version", VERSION);
        template.put("description", description);
        template.put("appliesTo", List.of(type));
        template.put("properties", properties);
        return template;
    }

    private static Map<String, Object> input(String name) {
        return shown(
                name.equals("rule") ? "Rule" : "Reason",
                name.equals("rule")
                        ? "As people read it in the history, such as: up to 1,000"
                        : "As the submitter reads it",
                "",
                Map.of("type", "camunda:inputParameter", "name", name));
    }

    private static Map<String, Object> shown(
            String label, String description, String value, Map<String, String> binding) {
        Map<String, Object> property = new LinkedHashMap<>();
        property.put("label", label);
        property.put("description", description);
        property.put("type", "String");
        property.put("value", value);
        property.put("constraints", Map.of("notEmpty", true));
        property.put("binding", new TreeMap<>(binding));
        return property;
    }

    private static Map<String, Object> hidden(String name, Object value) {
        return hidden(property(name), value);
    }

    private static Map<String, Object> hidden(Map<String, String> binding, Object value) {
        Map<String, Object> property = new LinkedHashMap<>();
        property.put("type", "Hidden");
        property.put("value", value);
        property.put("binding", new TreeMap<>(binding));
        return property;
    }

    private static Map<String, String> property(String name) {
        return Map.of("type", "property", "name", name);
    }
}
