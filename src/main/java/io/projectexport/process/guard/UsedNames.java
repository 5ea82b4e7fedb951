package io.projectexport.process.guard;

import io.projectexport.process.expression.ModelBeans;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.IdentifierNode;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.Tree;
import org.camunda.bpm.impl.juel.TreeBuilderException;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/** The names in a model's expressions, which must be of variables or of beans made for models. */
final class UsedNames {

    private static final Set<String> PROSE = Set.of("documentation", "text");
    private static final Set<String> REFLECTION = Set.of(". class", ". getClass");

    private final ModelBeans beans;
    private final Builder expressions = new Builder(Builder.Feature.METHOD_INVOCATIONS);

    UsedNames(ModelBeans beans) {
        this.beans = beans;
    }

    Stream<String> problems(BpmnModelInstance model) {
        return ModelElements.all(model)
                .filter(element -> !PROSE.contains(element.getLocalName()))
                .flatMap(element -> texts(element)
                        .filter(text -> text.contains("{"))
                        .flatMap(this::problems)
                        .map(problem -> ModelElements.label(element) + " " + problem))
                .distinct();
    }

    private static Stream<String> texts(Element element) {
        return Stream.concat(
                ModelElements.attributes(element).map(Attr::getValue), Stream.of(ModelElements.text(element)));
    }

    private Stream<String> problems(String text) {
        try {
            Tree tree = expressions.build(text.strip());
            Stream<String> foreign = StreamSupport.stream(
                            tree.getIdentifierNodes().spliterator(), false)
                    .map(IdentifierNode::getName)
                    .filter(beans::isForeign)
                    .map(name -> "uses %s in %s, which is not for models: use variables and the beans made for models."
                            .formatted(name, text.strip()));
            Stream<String> reflection = isReflective(tree.getRoot())
                    ? Stream.of("asks for a Java class in %s, which models may not.".formatted(text.strip()))
                    : Stream.empty();
            return Stream.concat(foreign, reflection);
        } catch (TreeBuilderException noExpression) {
            // the engine's own parser says it better, where it takes the text for an expression
            return Stream.empty();
        }
    }

    private static boolean isReflective(Node node) {
        return REFLECTION.contains(node.toString())
                || IntStream.range(0, node.getCardinality())
                        .mapToObj(node::getChild)
                        .anyMatch(UsedNames::isReflective);
    }
}
