package io.projectexport.process.guard;

import static org.camunda.bpm.model.bpmn.impl.BpmnModelConstants.ACTIVITI_NS;
import static org.camunda.bpm.model.bpmn.impl.BpmnModelConstants.CAMUNDA_NS;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.w3c.dom.Element;

/** The attributes that the engine adds to BPMN, by name: another engine's model API has other methods, but the same attributes. */
final class ModelAttributes {

    /** The engine reads models of its predecessor, too. */
    private static final List<String> NAMESPACES = List.of(CAMUNDA_NS, ACTIVITI_NS);

    private ModelAttributes() {}

    /** The value; null when it is not set. */
    static String attribute(ModelElementInstance element, String name) {
        return NAMESPACES.stream()
                .map(namespace -> element.getAttributeValueNs(namespace, name))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** The same of the XML; null when it is not set. */
    static String attribute(Element element, String name) {
        return NAMESPACES.stream()
                .filter(namespace -> element.hasAttributeNS(namespace, name))
                .findFirst()
                .map(namespace -> element.getAttributeNS(namespace, name))
                .orElse(null);
    }

    static boolean isTrue(ModelElementInstance element, String name) {
        return Boolean.parseBoolean(attribute(element, name));
    }

    /** Whether it is one of the values that the attribute lists, separated by commas. */
    static boolean lists(ModelElementInstance element, String name, String value) {
        String values = attribute(element, name);
        return values != null && Stream.of(values.split(",")).map(String::strip).anyMatch(value::equals);
    }
}
