package io.projectexport.process.guard;

import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.IdentifierNode;
import org.camunda.bpm.impl.juel.Tree;
import org.camunda.bpm.impl.juel.TreeBuilderException;
import org.w3c.dom.Element;

/**
 * An expression in a model, or a text that the engine reads like one.
 *
 * @param element the one that bears it: of an attribute its own, of a text the one around it
 * @param name local name of the attribute or element in which it stands, such as {@code dueDate} or {@code conditionExpression}
 * @param text as it stands there, without blanks around it
 */
public record ModelExpression(Element element, String name, String text) {

    private static final Builder BUILDER = new Builder(Builder.Feature.METHOD_INVOCATIONS);

    /** Whether the engine evaluates anything of it. */
    public boolean isDynamic() {
        return text.contains("${") || text.contains("#{");
    }

    /** As the engine reads it; empty where it cannot be read. */
    public Optional<Tree> tree() {
        try {
            return Optional.of(BUILDER.build(text));
        } catch (TreeBuilderException unreadable) {
            return Optional.empty();
        }
    }

    /** The names with which it begins, of variables and beans. */
    public Stream<String> identifiers() {
        return tree().stream()
                .flatMap(tree -> StreamSupport.stream(tree.getIdentifierNodes().spliterator(), false))
                .map(IdentifierNode::getName)
                .distinct();
    }
}
