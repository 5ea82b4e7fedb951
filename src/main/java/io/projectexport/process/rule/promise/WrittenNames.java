package io.projectexport.process.rule.promise;

import io.projectexport.process.guard.SentModel;
import io.projectexport.process.model.DailySummaryProcess;
import io.projectexport.process.model.ProjectExportProcess;
import io.projectexport.process.model.Variable;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/** The variables that an element writes, as it stands in the file. */
final class WrittenNames {

    /** Whatever comes. */
    static final String ALL = "*";

    private static final Set<String> ATTRIBUTES = Set.of(
            "resultVariable",
            "errorCodeVariable",
            "errorMessageVariable",
            "escalationCodeVariable",
            "elementVariable",
            "initiator");

    private static final Map<String, String> ELEMENTS = Map.of(
            "outputParameter", "name",
            "inputParameter", "name",
            "formField", "id",
            "formProperty", "id",
            "inputDataItem", "name",
            "outputDataItem", "name");

    private static final Set<String> HANDED_IN =
            Set.of(ProjectExportProcess.RULE.name(), ProjectExportProcess.REASON.name());

    private WrittenNames() {}

    static Stream<String> of(SentModel model, Element element) {
        String name = String.valueOf(element.getLocalName());
        Stream<String> ofAttributes = model.attributes(element)
                .filter(attribute -> ATTRIBUTES.contains(attribute.getLocalName()))
                .filter(attribute -> !isProper(attribute))
                .map(Attr::getValue);
        Stream<String> ofElement = Stream.of(
                        isHandedIn(element, name)
                                ? Stream.<String>empty()
                                : Stream.ofNullable(ELEMENTS.get(name)).map(element::getAttribute),
                        name.equals("formProperty")
                                ? Stream.of(element.getAttribute("variable"))
                                : Stream.<String>empty(),
                        isHandedOver(element, name) ? handedOver(element) : Stream.<String>empty())
                .flatMap(names -> names);
        return Stream.concat(ofAttributes, ofElement).map(String::strip);
    }

    /** Loops of steps have a rule of their own, and models of the first release name whoever starts them. */
    private static boolean isProper(Attr attribute) {
        String initiator = ProjectExportProcess.INITIATOR.name();
        return attribute.getLocalName().equals("initiator")
                        && attribute.getValue().equals(initiator)
                || attribute.getLocalName().equals("elementVariable")
                        && Stream.of(
                                        ProjectExportProcess.NOTICE,
                                        ProjectExportProcess.READER,
                                        DailySummaryProcess.RECIPIENT)
                                .map(Variable::name)
                                .anyMatch(attribute.getValue()::equals);
    }

    /** What a step of the catalogue reads, or the value of that name itself, as for a decision table. */
    private static boolean isHandedIn(Element element, String name) {
        String parameter = element.getAttribute("name");
        String value = element.getTextContent().strip();
        return name.equals("inputParameter")
                && (HANDED_IN.contains(parameter)
                        || value.equals("${" + parameter + "}")
                        || value.equals("#{" + parameter + "}"));
    }

    /** From a called process, or along with a signal. */
    private static boolean isHandedOver(Element element, String name) {
        boolean isOfSignal = element.getParentNode() != null
                && element.getParentNode().getParentNode() instanceof Element event
                && "signalEventDefinition".equals(event.getLocalName());
        return name.equals("out") || name.equals("in") && isOfSignal;
    }

    private static Stream<String> handedOver(Element element) {
        return element.getAttribute("variables").equals("all")
                ? Stream.of(ALL)
                : Stream.of(element.getAttribute("target"));
    }
}
