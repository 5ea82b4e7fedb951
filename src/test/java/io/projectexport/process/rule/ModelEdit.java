package io.projectexport.process.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.projectexport.process.guard.Finding;
import io.projectexport.process.guard.GuardedModels;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.model.bpmn.Bpmn;

/** An edited copy of the shipped models, as somebody draws it: arrows, elements, attributes, forms. */
public final class ModelEdit {

    static final String REVIEW = "userTask_reviewProject";
    static final String RESOLVE = "userTask_resolveFailedExport";
    static final String CORRECT = "userTask_correctProject";
    static final String REGISTER = "serviceTask_registerSubmission";
    static final String CREATE = "serviceTask_createXeroJob";
    static final String REOPEN = "serviceTask_reopenProject";

    private final Map<String, byte[]> files = GuardedModels.shipped();
    private final String model;

    private ModelEdit(String model) {
        this.model = model;
    }

    public static ModelEdit ofExport() {
        return new ModelEdit("project-export.bpmn");
    }

    static ModelEdit ofSummary() {
        return new ModelEdit("daily-summary.bpmn");
    }

    private String text() {
        return new String(files.get(model), StandardCharsets.UTF_8);
    }

    private ModelEdit become(String text) {
        assertThat(text).isNotEqualTo(text());
        return file(model, text);
    }

    ModelEdit file(String name, String text) {
        files.put(name, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Everywhere. */
    public ModelEdit replace(String text, String replacement) {
        return become(text().replace(text, replacement));
    }

    ModelEdit replaceMatch(String pattern, String replacement) {
        return become(text().replaceAll("(?s)" + pattern, replacement));
    }

    ModelEdit without(String flow) {
        return replaceMatch("<bpmn:sequenceFlow id=\"%s\"[^>]*?(/>|>.*?</bpmn:sequenceFlow>)".formatted(flow), "");
    }

    ModelEdit to(String flow, String target) {
        return replaceMatch("(<bpmn:sequenceFlow id=\"%s\"[^>]*?targetRef=\")[^\"]*".formatted(flow), "$1" + target);
    }

    ModelEdit from(String flow, String source) {
        return replaceMatch("(<bpmn:sequenceFlow id=\"%s\"[^>]*?sourceRef=\")[^\"]*".formatted(flow), "$1" + source);
    }

    ModelEdit condition(String flow, String condition) {
        return replaceMatch(
                "(<bpmn:sequenceFlow id=\"%s\"[^>]*>\\s*<bpmn:conditionExpression[^>]*>)[^<]*".formatted(flow),
                "$1" + condition.replace("$", "\\$").replace("&", "&amp;").replace("<", "&lt;"));
    }

    ModelEdit withoutCondition(String flow) {
        return replaceMatch(
                "(<bpmn:sequenceFlow id=\"%s\"[^>]*>)\\s*<bpmn:conditionExpression.*?</bpmn:conditionExpression>"
                        .formatted(flow),
                "$1");
    }

    /** In the process. */
    ModelEdit add(String xml) {
        return replaceMatch("</bpmn:process>", xml.replace("$", "\\$") + "</bpmn:process>");
    }

    /** Beside messages and errors. */
    ModelEdit define(String xml) {
        return replaceMatch("</bpmn:process>", "</bpmn:process>" + xml);
    }

    ModelEdit arrow(String from, String to) {
        return add(arrowXml(from, to, ""));
    }

    ModelEdit arrow(String from, String to, String condition) {
        String escaped = condition.replace("&", "&amp;").replace("<", "&lt;");
        return add(arrowXml(
                from,
                to,
                "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">%s</bpmn:conditionExpression>"
                        .formatted(escaped)));
    }

    static String arrowXml(String from, String to, String body) {
        return "<bpmn:sequenceFlow id=\"%s_%s\" sourceRef=\"%s\" targetRef=\"%s\">%s</bpmn:sequenceFlow>"
                .formatted(from, to, from, to, body);
    }

    ModelEdit attribute(String element, String attribute) {
        return replaceMatch("( id=\"%s\")".formatted(element), "$1 " + attribute.replace("$", "\\$"));
    }

    ModelEdit userTask(String id) {
        return add("<bpmn:userTask id=\"%s\" name=\"%s\" camunda:candidateGroups=\"erp-admin\"/>".formatted(id, id));
    }

    ModelEdit exclusive(String id) {
        return add("<bpmn:exclusiveGateway id=\"%s\" name=\"%s\"/>".formatted(id, id));
    }

    ModelEdit parallel(String id) {
        return add("<bpmn:parallelGateway id=\"%s\" name=\"%s\"/>".formatted(id, id));
    }

    /** Extension elements of an element that has none but documentation. */
    ModelEdit extend(String element, String xml) {
        return replaceMatch(
                "(<bpmn:\\w+ id=\"%s\"[^>]*>\\s*(?:<bpmn:documentation>[^<]*</bpmn:documentation>)?)"
                        .formatted(element),
                "$1<bpmn:extensionElements>" + xml.replace("$", "\\$") + "</bpmn:extensionElements>");
    }

    /** Of an end event. */
    ModelEdit ending(String end, String definition) {
        return replaceMatch(
                "(<bpmn:endEvent id=\"%s\"[^>]*>.*?)(</bpmn:endEvent>)".formatted(end), "$1" + definition + "$2");
    }

    public List<Finding> findings() {
        assertThatCode(() -> Bpmn.readModelFromStream(new ByteArrayInputStream(files.get(model))))
                .doesNotThrowAnyException();
        return GuardedModels.findings(files);
    }

    public Map<String, byte[]> files() {
        return files;
    }
}
