package io.projectexport.process.rule.reference;

import io.projectexport.process.guard.Finding;
import io.projectexport.process.guard.ModelRule;
import io.projectexport.process.guard.SentModel;
import io.projectexport.process.guard.Severity;
import io.projectexport.process.variable.ProductVariables;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/** A person is named by a login, or by a variable as an expression; the name of a variable alone is nobody's login. */
@Component
class WrittenUsers extends ModelRule {

    private static final Set<String> LISTS = Set.of("assignee", "candidateUsers", "candidateStarterUsers");

    WrittenUsers() {
        super(
                214,
                Severity.REFUSES,
                "An assignee or candidate user is a login, or a variable written as an expression.");
    }

    @Override
    protected Stream<Finding> check(SentModel model) {
        return model.elements()
                .flatMap(element -> LISTS.stream()
                        .flatMap(name -> Optional.ofNullable(SentModel.attribute(element, name)).stream())
                        .flatMap(list -> list.contains("${") || list.contains("#{")
                                ? Stream.empty()
                                : Stream.of(list.split(",")))
                        .map(String::strip)
                        .filter(user -> !user.isEmpty())
                        .flatMap(user -> check(user, element, model)));
    }

    private Stream<Finding> check(String user, Element element, SentModel model) {
        String name = user.replaceAll("[${}#()]", "").strip();
        boolean isDamaged = !name.equals(user) || user.contains(";");
        boolean isVariable = model.isOurs() && ProductVariables.contains(name);
        return isDamaged || isVariable
                ? Stream.of(finding(
                        model.place(element),
                        "names the user \"%s\", which is no login".formatted(user),
                        "Write a variable as ${%s}, and separate people by commas"
                                .formatted(isVariable ? name : "submitter")))
                : Stream.empty();
    }
}
