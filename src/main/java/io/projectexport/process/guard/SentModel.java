package io.projectexport.process.guard;

import io.projectexport.process.catalogue.ModelCatalogue;
import io.projectexport.process.model.DailySummaryProcess;
import io.projectexport.process.model.ProjectExportProcess;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/** A BPMN file as it was sent, with what was sent along with it and what is there already. */
public final class SentModel {

    /** What the engine reads; other tools' attributes and the drawing stay theirs. */
    private static final Set<String> NAMESPACES =
            Set.of(BpmnModelConstants.BPMN20_NS, BpmnModelConstants.CAMUNDA_NS, BpmnModelConstants.ACTIVITI_NS);

    /** Of these the name is evaluated; of all others it is a caption. */
    private static final Set<String> EVALUATED_NAMES = Set.of("userTask", "message", "signal");

    private static final Set<String> PROSE = Set.of("text", "property");

    private final String resource;
    private final BpmnModelInstance bpmn;
    private final SentModels sent;
    private final List<Element> elements;
    private final List<ModelExpression> expressions;
    private final Map<Object, Object> derived = new ConcurrentHashMap<>();

    SentModel(String resource, BpmnModelInstance bpmn, SentModels sent) {
        this.resource = resource;
        this.bpmn = bpmn;
        this.sent = sent;
        this.elements = ModelElements.all(bpmn).toList();
        this.expressions = elements.stream()
                .filter(SentModel::isEvaluated)
                .flatMap(SentModel::expressions)
                .filter(ModelExpression::isDynamic)
                .toList();
    }

    private static boolean isEvaluated(Element element) {
        boolean isProse = element.getLocalName().equals("documentation")
                ? !"userTask".equals(element.getParentNode().getLocalName())
                : PROSE.contains(element.getLocalName());
        return NAMESPACES.contains(element.getNamespaceURI()) && !isProse;
    }

    private static boolean isEvaluated(Attr attribute) {
        String namespace = attribute.getNamespaceURI();
        boolean isCaption = attribute.getLocalName().equals("name")
                && !EVALUATED_NAMES.contains(attribute.getOwnerElement().getLocalName());
        return (namespace == null || NAMESPACES.contains(namespace)) && !isCaption;
    }

    private static Stream<ModelExpression> expressions(Element element) {
        Stream<ModelExpression> attributes = ModelElements.attributes(element)
                .filter(SentModel::isEvaluated)
                .map(attribute -> new ModelExpression(
                        element, attribute.getLocalName(), attribute.getValue().strip()));
        ModelExpression text = new ModelExpression(
                element, element.getLocalName(), ModelElements.text(element).strip());
        return Stream.concat(attributes, Stream.of(text));
    }

    /** Name of the file. */
    public String resource() {
        return resource;
    }

    /** Everything that was sent together. */
    public SentModels sent() {
        return sent;
    }

    public BpmnModelInstance bpmn() {
        return bpmn;
    }

    /** What several rules need and one alone would work out anew, by a name for it. */
    @SuppressWarnings("unchecked")
    public <T> T derived(Object name, Supplier<T> result) {
        return (T) derived.computeIfAbsent(name, none -> result.get());
    }

    /** Whether this process is in it. */
    public boolean has(String processKey) {
        return bpmn.getModelElementsByType(Process.class).stream()
                .anyMatch(process -> processKey.equals(process.getId()));
    }

    /** Whether a process of this application is in it, and not only one that an administrator made up. */
    public boolean isOurs() {
        return has(ProjectExportProcess.KEY) || has(DailySummaryProcess.KEY);
    }

    public <T extends ModelElementInstance> Stream<T> all(Class<T> type) {
        return bpmn.getModelElementsByType(type).stream();
    }

    /** Elements that call a step of the catalogue, by a delegate expression or an expression that begins with its name. */
    public Stream<CalledStep> steps(ModelCatalogue catalogue) {
        return all(FlowNode.class)
                .flatMap(node -> Stream.of("delegateExpression", "expression")
                        .map(name -> attribute(called(node), name))
                        .filter(Objects::nonNull)
                        .flatMap(text -> new ModelExpression(null, null, text.strip()).identifiers())
                        .flatMap(bean -> catalogue.step(bean).stream())
                        .map(step -> new CalledStep(node, step)));
    }

    /** A message event that throws has what it calls in its definition. */
    private static ModelElementInstance called(FlowNode node) {
        return node instanceof ThrowEvent event
                ? event.getEventDefinitions().stream()
                        .map(ModelElementInstance.class::cast)
                        .findFirst()
                        .orElse(node)
                : node;
    }

    /** As XML, known to BPMN or not, since what runs programs can stand anywhere. */
    public Stream<Element> elements() {
        return elements.stream();
    }

    public Stream<Attr> attributes(Element element) {
        return ModelElements.attributes(element);
    }

    /** All that the engine evaluates, and what looks like it. */
    public List<ModelExpression> expressions() {
        return expressions;
    }

    /** Where people find it in the diagram. */
    public Place place(Element element) {
        return ModelElements.place(resource, element);
    }

    /** Where people find it in the diagram. */
    public Place place(ModelElementInstance element) {
        for (ModelElementInstance shown = element; shown != null; shown = shown.getParentElement()) {
            if (shown instanceof BaseElement base && base.getId() != null) {
                return new Place(resource, base.getId(), ModelElements.name(base.getAttributeValue("name")));
            }
        }
        return Place.ofFile(resource);
    }

    /** The text of an element, without that of the elements within. */
    public static String text(Element element) {
        return ModelElements.text(element).strip();
    }

    /** The value of an attribute that the engine adds to BPMN; null where it is not set. */
    public static String attribute(Element element, String name) {
        return ModelAttributes.attribute(element, name);
    }

    /** The value of an attribute that the engine adds to BPMN; null where it is not set. */
    public static String attribute(ModelElementInstance element, String name) {
        return ModelAttributes.attribute(element, name);
    }
}
