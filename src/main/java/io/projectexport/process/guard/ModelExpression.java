package io.projectexport.process.guard;

import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.IdentifierNode;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.Tree;
import org.camunda.bpm.impl.juel.TreeBuilderException;
import org.w3c.dom.Element;

/** An expression in a model, or a text that the engine reads like one; it is read once, however many rules ask. */
public final class ModelExpression {

    private static final Builder BUILDER = new Builder(Builder.Feature.METHOD_INVOCATIONS);

    private final Element element;
    private final String name;
    private final String text;
    private Reading reading;

    private record Reading(Optional<Tree> tree, Optional<TreeBuilderException> defect) {}

    /**
     * @param element the one that bears it: of an attribute its own, of a text the one around it
     * @param name local name of the attribute or element in which it stands, such as {@code dueDate} or {@code conditionExpression}
     * @param text as it stands there, without blanks around it
     */
    public ModelExpression(Element element, String name, String text) {
        this.element = element;
        this.name = name;
        this.text = text;
    }

    public Element element() {
        return element;
    }

    public String name() {
        return name;
    }

    public String text() {
        return text;
    }

    /** Whether the engine evaluates anything of it. */
    public boolean isDynamic() {
        return text.contains("${") || text.contains("#{");
    }

    /** As the engine reads it; empty where it cannot be read. */
    public Optional<Tree> tree() {
        return reading().tree();
    }

    /** Why it cannot be read; empty where it can. */
    public Optional<TreeBuilderException> defect() {
        return reading().defect();
    }

    private Reading reading() {
        if (reading == null) {
            reading = read();
        }
        return reading;
    }

    private Reading read() {
        try {
            return new Reading(Optional.of(BUILDER.build(text)), Optional.empty());
        } catch (TreeBuilderException unreadable) {
            return new Reading(Optional.empty(), Optional.of(unreadable));
        }
    }

    /** The names with which it begins, of variables and beans. */
    public Stream<String> identifiers() {
        return tree().stream()
                .flatMap(tree -> StreamSupport.stream(tree.getIdentifierNodes().spliterator(), false))
                .map(IdentifierNode::getName)
                .distinct();
    }

    /** All parts of it, from the whole to the smallest; none where it cannot be read. */
    public Stream<Node> nodes() {
        return tree().stream().flatMap(tree -> nodes(tree.getRoot()));
    }

    private static Stream<Node> nodes(Node node) {
        return Stream.concat(
                Stream.of(node),
                IntStream.range(0, node.getCardinality())
                        .mapToObj(node::getChild)
                        .flatMap(ModelExpression::nodes));
    }
}
