package io.projectexport.process.rule.expression;

import io.projectexport.process.catalogue.ModelCatalogue;
import io.projectexport.process.expression.AllowedTypes;
import io.projectexport.process.guard.Finding;
import io.projectexport.process.variable.Calls;
import io.projectexport.process.variable.ExpressionRule;
import io.projectexport.process.variable.Nearest;
import io.projectexport.process.variable.ReadExpression;
import io.projectexport.process.variable.ValueKind;
import io.projectexport.process.variable.ValueTypes;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.AstProperty;
import org.camunda.bpm.impl.juel.Node;
import org.springframework.stereotype.Component;

/** What an expression asks of a bean or a value, it has, and models may use it. */
@Component
class KnownMembers extends ExpressionRule {

    private static final Set<String> REFLECTION = Set.of("class", "getClass");

    /** Of these the value can be of a kind that has more. */
    private static final Set<Class<?>> VAGUE = Set.of(Object.class, Number.class, Collection.class);

    KnownMembers(ModelCatalogue catalogue) {
        super(303, "An expression asks beans and values for what they have and models may use.", catalogue);
    }

    @Override
    protected Stream<Finding> check(ReadExpression read) {
        Set<Node> called =
                read.nodes(AstMethod.class).map(call -> call.getChild(0)).collect(Collectors.toSet());
        Stream<Finding> methods = read.nodes(AstMethod.class).flatMap(call -> ofMethod(call, read));
        Stream<Finding> properties = read.nodes(AstProperty.class)
                .filter(node -> !called.contains(node))
                .flatMap(node -> ofProperty(node, read));
        Stream<Finding> reflection = read.nodes(AstProperty.class)
                .filter(node ->
                        Calls.property(node).filter(REFLECTION::contains).isPresent())
                .map(node -> finding(
                        read.place(),
                        "asks for a Java class in %s, which models may not".formatted(read.text()),
                        "Use variables and the beans made for models"));
        return Stream.of(reflection, methods, properties).flatMap(found -> found);
    }

    private Stream<Finding> ofMethod(AstMethod call, ReadExpression read) {
        Class<?> owner = read.types().of(call.getChild(0).getChild(0));
        int parameters = call.getChild(1).getCardinality();
        return Calls.property(call.getChild(0)).stream()
                .filter(method -> !REFLECTION.contains(method) && isClear(owner, read))
                .filter(method -> !has(owner, method, parameters, read))
                .map(method -> unknown("%s(…)".formatted(method), method, owner, read));
    }

    private Stream<Finding> ofProperty(Node node, ReadExpression read) {
        Class<?> owner = read.types().of(node.getChild(0));
        boolean isMap = Map.class.isAssignableFrom(owner);
        return Calls.property(node).stream()
                .filter(property -> !REFLECTION.contains(property) && isClear(owner, read) && !isMap)
                .filter(property -> ValueTypes.getters(property).noneMatch(getter -> has(owner, getter, 0, read)))
                .map(property -> unknown(property, property, owner, read));
    }

    private static boolean isClear(Class<?> owner, ReadExpression read) {
        return !VAGUE.contains(owner) && (read.names().isBeanType(owner) || ValueKind.of(owner) != ValueKind.UNKNOWN);
    }

    private static boolean has(Class<?> owner, String method, int parameters, ReadExpression read) {
        return read.names().isBeanType(owner)
                ? AllowedTypes.allowOnBeanType(owner, method, parameters)
                : AllowedTypes.allowOnType(owner, method, parameters);
    }

    private Finding unknown(String asked, String name, Class<?> owner, ReadExpression read) {
        String whose = read.names().isBeanType(owner)
                ? "that bean"
                : ValueKind.of(owner).toString();
        return finding(
                read.place(),
                "asks for %s in %s, which %s does not offer to models".formatted(asked, read.text(), whose),
                Nearest.question(name, offered(owner), "Check the name and what stands in the brackets"));
    }

    private static Stream<String> offered(Class<?> owner) {
        return Arrays.stream(owner.getMethods())
                .filter(method -> method.getDeclaringClass() != Object.class)
                .map(Method::getName)
                .distinct();
    }
}
