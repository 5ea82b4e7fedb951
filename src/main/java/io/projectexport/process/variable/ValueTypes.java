package io.projectexport.process.variable;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.impl.juel.AstBinary;
import org.camunda.bpm.impl.juel.AstBoolean;
import org.camunda.bpm.impl.juel.AstChoice;
import org.camunda.bpm.impl.juel.AstComposite;
import org.camunda.bpm.impl.juel.AstEval;
import org.camunda.bpm.impl.juel.AstFunction;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.AstNested;
import org.camunda.bpm.impl.juel.AstNumber;
import org.camunda.bpm.impl.juel.AstProperty;
import org.camunda.bpm.impl.juel.AstString;
import org.camunda.bpm.impl.juel.AstText;
import org.camunda.bpm.impl.juel.AstUnary;
import org.camunda.bpm.impl.juel.Node;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/** Types of the parts of an expression, found without running it; Object where that cannot be told. */
public final class ValueTypes {

    private static final Set<Object> ARITHMETIC =
            Set.of(AstBinary.ADD, AstBinary.SUB, AstBinary.MUL, AstBinary.DIV, AstBinary.MOD);

    private final ModelNames names;

    public ValueTypes(ModelNames names) {
        this.names = names;
    }

    public ValueKind kind(Node node) {
        return ValueKind.of(of(node));
    }

    public Class<?> of(Node node) {
        if (node instanceof AstEval || node instanceof AstNested) {
            return of(node.getChild(0));
        }
        if (node instanceof AstText || node instanceof AstComposite || node instanceof AstString) {
            return String.class;
        }
        if (node instanceof AstNumber number) {
            return number.eval(null, null).getClass();
        }
        return node instanceof AstBoolean ? Boolean.class : operation(node);
    }

    private Class<?> operation(Node node) {
        if (node instanceof AstBinary binary) {
            return ARITHMETIC.contains(binary.getOperator()) ? Number.class : Boolean.class;
        }
        if (node instanceof AstUnary unary) {
            return unary.getOperator() == AstUnary.NEG ? Number.class : Boolean.class;
        }
        if (node instanceof AstChoice) {
            Class<?> one = of(node.getChild(1));
            return one == of(node.getChild(2)) ? one : Object.class;
        }
        return access(node);
    }

    private Class<?> access(Node node) {
        if (node instanceof AstIdentifier identifier) {
            return names.type(identifier.getName()).orElse(Object.class);
        }
        if (node instanceof AstFunction function) {
            return ModelNames.functionType(function.getName()).orElse(Object.class);
        }
        if (node instanceof AstMethod call) {
            Class<?> owner = of(call.getChild(0).getChild(0));
            return Calls.property(call.getChild(0))
                    .flatMap(method -> returned(owner, method, Calls.parameters(call)))
                    .orElse(Object.class);
        }
        return node instanceof AstProperty ? property(node) : Object.class;
    }

    private Class<?> property(Node node) {
        Class<?> owner = of(node.getChild(0));
        return Calls.property(node).stream()
                .flatMap(ValueTypes::getters)
                .flatMap(getter -> returned(owner, getter, 0).stream())
                .findFirst()
                .<Class<?>>map(type -> type)
                .orElse(Object.class);
    }

    /** The methods that a property stands for. */
    public static Stream<String> getters(String property) {
        String capitalized = StringUtils.capitalize(property);
        return Stream.of("get" + capitalized, "is" + capitalized);
    }

    private static Optional<Class<?>> returned(Class<?> owner, String method, int parameters) {
        if (owner == Object.class) {
            return Optional.empty();
        }
        List<Class<?>> types = Arrays.stream(owner.getMethods())
                .filter(candidate -> candidate.getName().equals(method))
                .filter(candidate -> candidate.getParameterCount() == parameters)
                .filter(candidate -> !candidate.isBridge())
                .map(Method::getReturnType)
                .<Class<?>>map(ClassUtils::resolvePrimitiveIfNecessary)
                .distinct()
                .toList();
        return types.size() == 1 ? Optional.of(types.get(0)) : Optional.empty();
    }
}
