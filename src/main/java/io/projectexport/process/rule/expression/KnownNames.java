package io.projectexport.process.rule.expression;

import io.projectexport.process.catalogue.ModelCatalogue;
import io.projectexport.process.expression.ModelBeans;
import io.projectexport.process.guard.Finding;
import io.projectexport.process.variable.ExpressionRule;
import io.projectexport.process.variable.Nearest;
import io.projectexport.process.variable.ReadExpression;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What an expression names is there: a variable, a bean of the catalogue, or what the engine itself offers. */
@Component
class KnownNames extends ExpressionRule {

    private static final String TASK = "task";

    private final ObjectProvider<ModelBeans> beans;

    KnownNames(ModelCatalogue catalogue, ObjectProvider<ModelBeans> beans) {
        super(302, "An expression names variables and beans that exist and are for models.", catalogue);
        this.beans = beans;
    }

    @Override
    protected Stream<Finding> check(ReadExpression read) {
        return read.expression()
                .identifiers()
                .filter(name -> !isKnown(name, read))
                .filter(name -> isForeign(name) || !isStep(name, read))
                .map(name -> isForeign(name) ? foreign(name, read) : unknown(name, read));
    }

    private static boolean isKnown(String name, ReadExpression read) {
        boolean isThere = !name.equals(TASK) || read.isWithin("taskListener") || read.isWithin("formData");
        return isThere && read.names().type(name).isPresent();
    }

    /** A step that is not there is a finding of another rule. */
    private static boolean isStep(String name, ReadExpression read) {
        return read.expression().name().equals("delegateExpression")
                && read.text().matches("[$#]\\{\\s*%s\\s*}".formatted(Pattern.quote(name)));
    }

    private boolean isForeign(String name) {
        return beans.stream().anyMatch(known -> known.isForeign(name));
    }

    private Finding foreign(String name, ReadExpression read) {
        return finding(
                read.place(),
                "uses %s in %s, which is not for models".formatted(name, read.text()),
                "Use variables and the beans made for models");
    }

    private Finding unknown(String name, ReadExpression read) {
        String problem = "uses %s in %s, which neither a form nor this model sets and the application does not have"
                .formatted(name, read.text());
        if (name.equals(TASK)) {
            return finding(
                    read.place(),
                    "uses task in %s, which is there in task listeners only".formatted(read.text()),
                    "Use execution, or a task listener");
        }
        String remedy = Nearest.question(
                name,
                read.names().names(),
                "Put a text between quotes, as '%s', or set the variable before".formatted(name));
        return read.model().isOurs() && !read.names().isOpen()
                ? finding(read.place(), problem, remedy)
                : warning(read.place(), problem, remedy);
    }
}
