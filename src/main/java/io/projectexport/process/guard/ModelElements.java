package io.projectexport.process.guard;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** A model as XML, because what runs programs can stand in any attribute of any element, known to the model's API or not. */
final class ModelElements {

    private ModelElements() {}

    static Stream<Element> all(BpmnModelInstance model) {
        Document xml = (Document) model.getDocument().getDomSource().getNode();
        NodeList elements = xml.getElementsByTagName("*");
        return IntStream.range(0, elements.getLength()).mapToObj(i -> (Element) elements.item(i));
    }

    static Stream<Attr> attributes(Element element) {
        NamedNodeMap attributes = element.getAttributes();
        return IntStream.range(0, attributes.getLength()).mapToObj(i -> (Attr) attributes.item(i));
    }

    /** The element's own text, without that of the elements within. */
    static String text(Element element) {
        StringBuilder text = new StringBuilder();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeType() == Node.TEXT_NODE || child.getNodeType() == Node.CDATA_SECTION_NODE) {
                text.append(child.getNodeValue());
            }
        }
        return text.toString();
    }

    /** How people find the element in the drawing: the nearest one that has an id. */
    static Place place(String resource, Element element) {
        for (Node node = element; node instanceof Element shown; node = node.getParentNode()) {
            if (shown.hasAttribute("id") && !isPart(shown)) {
                return new Place(resource, shown.getAttribute("id"), name(shown.getAttribute("name")));
            }
        }
        return Place.ofFile(resource);
    }

    /** The name as people read it; null for none. */
    static String name(String name) {
        return name == null || name.isBlank() ? null : name.strip();
    }

    // an expression or a definition of an event has an id, too, but nobody sees it
    private static boolean isPart(Element element) {
        String name = String.valueOf(element.getLocalName());
        return name.endsWith("Expression")
                || name.startsWith("time")
                || name.endsWith("EventDefinition")
                || name.endsWith("LoopCharacteristics")
                || name.equals("formField");
    }
}
