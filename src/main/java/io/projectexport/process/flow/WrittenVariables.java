package io.projectexport.process.flow;

import static io.projectexport.process.guard.SentModel.attribute;

import io.projectexport.process.guard.ModelExpression;
import io.projectexport.process.guard.SentModel;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The variables that nodes set besides what their steps do: by outputs, results, forms and expressions. */
final class WrittenVariables {

    private static final Pattern SET = Pattern.compile("\\bsetVariable(?:Local)?\\s*\\(\\s*['\"]([^'\"]+)['\"]");

    private final SentModel model;
    private final Map<String, Set<String>> byId = new HashMap<>();

    WrittenVariables(SentModel model) {
        this.model = model;
        model.elements().forEach(this::read);
        model.expressions().forEach(this::read);
    }

    private void read(Element element) {
        if ("outputParameter".equals(element.getLocalName())) {
            add(element, element.getAttribute("name"));
        }
        if ("formField".equals(element.getLocalName())) {
            add(element, element.getAttribute("id"));
        }
        model.attributes(element)
                .filter(attribute -> "resultVariable".equals(attribute.getLocalName()))
                .forEach(attribute -> add(element, attribute.getValue()));
    }

    private void read(ModelExpression expression) {
        Matcher set = SET.matcher(expression.text());
        while (set.find()) {
            add(expression.element(), set.group(1));
        }
    }

    private void add(Element element, String variable) {
        for (Node node = element; node instanceof Element shown; node = node.getParentNode()) {
            if (shown.hasAttribute("id")) {
                byId.computeIfAbsent(shown.getAttribute("id"), none -> new HashSet<>())
                        .add(variable);
            }
        }
    }

    Set<String> by(FlowNode node) {
        Set<String> all = new HashSet<>(byId.getOrDefault(node.getId(), Set.of()));
        Stream.of("formRef", "formKey")
                .map(name -> attribute(node, name))
                .filter(Objects::nonNull)
                .map(FormKeys::id)
                .flatMap(form -> model.sent().form(form).stream())
                .flatMap(FormKeys::fields)
                .map(field -> field.path("key").asText())
                .forEach(all::add);
        return Set.copyOf(all);
    }
}
