package io.projectexport.process.guard;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/** What would let a model bring its own programs to the server. Each message says what to draw instead. */
final class ForbiddenElements {

    private static final String INSTEAD = "use the delegate expression of a bean made for models";
    private static final Set<String> SCRIPTS = Set.of("scriptTask", "script");
    private static final Map<String, String> ATTRIBUTES = Map.of(
            "class", "names a Java class, which models may not: " + INSTEAD + ".",
            "formHandlerClass", "names a Java class, which models may not: use a Camunda Form.",
            "variableMappingClass", "names a Java class, which models may not: map the variables one by one.",
            "language", "is written in a script language, which models may not use: write an expression as ${…}.");

    private ForbiddenElements() {}

    static Stream<String> problems(BpmnModelInstance model) {
        return ModelElements.all(model)
                .flatMap(element -> Stream.concat(
                                ofElement(element),
                                ModelElements.attributes(element).flatMap(ForbiddenElements::of))
                        .map(problem -> ModelElements.label(element) + " " + problem))
                .distinct();
    }

    private static Stream<String> ofElement(Element element) {
        String name = String.valueOf(element.getLocalName());
        if (SCRIPTS.contains(name)) {
            return Stream.of("has a script, which models may not: " + INSTEAD + ".");
        }
        if (name.equals("connector")) {
            return Stream.of("has a connector, which models may not: " + INSTEAD + ".");
        }
        boolean isValidator =
                name.equals("constraint") && element.getAttribute("name").equals("validator");
        return isValidator && !element.getAttribute("config").contains("{")
                ? Stream.of("has a validator that is a Java class, which models may not: use an expression.")
                : Stream.empty();
    }

    private static Stream<String> of(Attr attribute) {
        String name = String.valueOf(attribute.getLocalName());
        boolean isExtension = attribute.getNamespaceURI() != null;
        if (name.equals("type") && isExtension && isUnknownTask(attribute)) {
            return Stream.of("is of the kind \"%s\", which this application does not have: %s."
                    .formatted(attribute.getValue(), INSTEAD));
        }
        return Stream.ofNullable(ATTRIBUTES.get(name));
    }

    // xsi:type is the XML schema's own
    private static boolean isUnknownTask(Attr attribute) {
        return !attribute.getNamespaceURI().equals("http://www.w3.org/2001/XMLSchema-instance")
                && !attribute.getValue().equalsIgnoreCase("external");
    }
}
