package io.projectexport.process.version;

import io.projectexport.export.model.ModelChange;
import io.projectexport.export.model.ModelChange.Kind;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xmlunit.builder.DiffBuilder;
import org.xmlunit.diff.Comparison;
import org.xmlunit.diff.ComparisonType;
import org.xmlunit.diff.DefaultNodeMatcher;
import org.xmlunit.diff.Difference;
import org.xmlunit.diff.ElementSelectors;

/** Comparison of two versions of a model, element by element of the diagram; where things are drawn does not count. */
@Component
class ModelComparison {

    /** What arrows say of an element is said of the arrows. */
    private static final Set<String> ARROWS = Set.of("incoming", "outgoing");

    private static final Set<ComparisonType> TOLD = EnumSet.of(
            ComparisonType.ATTR_VALUE,
            ComparisonType.ATTR_NAME_LOOKUP,
            ComparisonType.TEXT_VALUE,
            ComparisonType.CHILD_LOOKUP,
            ComparisonType.ELEMENT_TAG_NAME);

    private static final int LONGEST = 200;

    List<ModelChange> changes(String earlier, String later) {
        Map<String, Element> before = elements(earlier);
        Map<String, Element> after = elements(later);
        Set<String> shown = new HashSet<>(before.keySet());
        shown.addAll(after.keySet());
        List<ModelChange> changes = new ArrayList<>();
        after.forEach((id, element) -> {
            if (!before.containsKey(id)) {
                changes.add(new ModelChange(id, label(element, after), Kind.ADDED, List.of()));
            } else {
                List<String> details = details(before.get(id), element, shown);
                if (!details.isEmpty()) {
                    changes.add(new ModelChange(id, label(element, after), Kind.CHANGED, details));
                }
            }
        });
        before.forEach((id, element) -> {
            if (!after.containsKey(id)) {
                changes.add(new ModelChange(id, label(element, before), Kind.REMOVED, List.of()));
            }
        });
        return changes;
    }

    /** What changed at one element, a line each. */
    private static List<String> details(Element before, Element after, Set<String> others) {
        Iterable<Difference> differences = DiffBuilder.compare(before)
                .withTest(after)
                .ignoreWhitespace()
                .ignoreComments()
                .checkForSimilar()
                .withNodeMatcher(
                        new DefaultNodeMatcher(ElementSelectors.byNameAndAllAttributes, ElementSelectors.byName))
                .withNodeFilter(node -> isOwn(node, after.getAttribute("id"), others))
                .build()
                .getDifferences();
        return StreamSupport.stream(differences.spliterator(), false)
                .map(Difference::getComparison)
                .filter(comparison -> TOLD.contains(comparison.getType()))
                .map(ModelComparison::inWords)
                .distinct()
                .toList();
    }

    /** What stands in the element itself, and not in one that the diagram shows for itself. */
    private static boolean isOwn(Node node, String id, Set<String> others) {
        if (!(node instanceof Element element)) {
            return true;
        }
        boolean isOther = !element.getAttribute("id").equals(id) && others.contains(element.getAttribute("id"));
        return !isOther && !ARROWS.contains(element.getLocalName());
    }

    private static String inWords(Comparison comparison) {
        Comparison.Detail before = comparison.getControlDetails();
        Comparison.Detail after = comparison.getTestDetails();
        String what = name(before.getXPath() == null ? after : before);
        return switch (comparison.getType()) {
            case CHILD_LOOKUP ->
                before.getXPath() == null
                        ? "%s is new: %s".formatted(name(after), text(after.getTarget()))
                        : "%s is gone: %s".formatted(name(before), text(before.getTarget()));
            case ATTR_NAME_LOOKUP ->
                before.getXPath() != null
                                && after.getXPath() != null
                                && before.getXPath().contains("@")
                        ? "%s is gone".formatted(name(before))
                        : "%s is new: %s".formatted(name(after), attribute(after));
            default -> "%s: %s → %s".formatted(what, cut(before.getValue()), cut(after.getValue()));
        };
    }

    /** The attribute or element, as the modeler's XML has it. */
    private static String name(Comparison.Detail detail) {
        String path = detail.getXPath().replaceAll("\\[\\d+]|/text\\(\\)", "");
        String last = path.substring(path.lastIndexOf('/') + 1).replace("@", "");
        return last.substring(last.indexOf(':') + 1);
    }

    private static String attribute(Comparison.Detail detail) {
        String name = name(detail);
        Node element = detail.getTarget();
        for (int i = 0; element != null && i < element.getAttributes().getLength(); i++) {
            Node attribute = element.getAttributes().item(i);
            if (name.equals(attribute.getLocalName())) {
                return cut(attribute.getNodeValue());
            }
        }
        return "";
    }

    private static String text(Node node) {
        return node == null ? "" : cut(node.getTextContent());
    }

    private static String cut(Object value) {
        String text = String.valueOf(value).strip().replaceAll("\\s+", " ");
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + " …";
    }

    private static String label(Element element, Map<String, Element> all) {
        String name = element.getAttribute("name").strip();
        if (element.getLocalName().equals("sequenceFlow")) {
            String arrow =
                    "Arrow from %s to %s".formatted(end(element, "sourceRef", all), end(element, "targetRef", all));
            return name.isEmpty() ? arrow : "%s: %s".formatted(arrow, name);
        }
        return name.isEmpty() ? element.getLocalName() : name;
    }

    private static String end(Element arrow, String which, Map<String, Element> all) {
        Element end = all.get(arrow.getAttribute(which));
        return end == null || end.getAttribute("name").isBlank()
                ? arrow.getAttribute(which)
                : "“%s”".formatted(end.getAttribute("name").strip());
    }

    /** Those that people see in a diagram, and the process itself, by their ids. */
    private static Map<String, Element> elements(String bpmn) {
        BpmnModelInstance model =
                Bpmn.readModelFromStream(new ByteArrayInputStream(bpmn.getBytes(StandardCharsets.UTF_8)));
        Set<String> shown = Stream.of(Process.class, FlowElement.class)
                .flatMap(type -> model.getModelElementsByType(type).stream())
                .map(element -> element.getAttributeValue("id"))
                .collect(Collectors.toSet());
        NodeList all = ((Document) model.getDocument().getDomSource().getNode()).getElementsByTagName("*");
        return IntStream.range(0, all.getLength())
                .mapToObj(i -> (Element) all.item(i))
                .filter(element -> shown.contains(element.getAttribute("id")))
                .collect(Collectors.toMap(
                        element -> element.getAttribute("id"),
                        element -> element,
                        (one, same) -> one,
                        LinkedHashMap::new));
    }
}
