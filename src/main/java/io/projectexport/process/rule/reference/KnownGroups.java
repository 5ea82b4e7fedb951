package io.projectexport.process.rule.reference;

import io.projectexport.export.permission.GroupIds;
import io.projectexport.process.guard.Finding;
import io.projectexport.process.guard.ModelRule;
import io.projectexport.process.guard.SentModel;
import io.projectexport.process.guard.Severity;
import io.projectexport.process.variable.Nearest;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/** The groups that a model names are there; a misspelled one has no members who would see the task. */
@Component
class KnownGroups extends ModelRule {

    private static final Set<String> LISTS = Set.of("candidateGroups", "candidateStarterGroups");
    private static final Set<String> PRODUCTS = Set.of(
            GroupIds.PORTFOLIO,
            GroupIds.ERP_STANDARD,
            GroupIds.ERP_ADMIN,
            GroupIds.CAN_PUSH_TO_ACCOUNTING,
            GroupIds.ACCOUNTING_APPROVERS,
            GroupIds.PROCESS_OWNERS,
            GroupIds.ADMINS);

    KnownGroups() {
        super(212, Severity.REFUSES, "A candidate group exists.");
    }

    @Override
    protected Stream<Finding> check(SentModel model) {
        return model.elements()
                .flatMap(element -> LISTS.stream()
                        .flatMap(name -> Optional.ofNullable(SentModel.attribute(element, name)).stream())
                        .flatMap(list -> Stream.of(list.split(",")))
                        .map(String::strip)
                        .filter(group -> !group.isEmpty() && !isExpression(group))
                        .flatMap(group -> check(group, element, model)));
    }

    private static boolean isExpression(String group) {
        return group.contains("${") || group.contains("#{");
    }

    private Stream<Finding> check(String group, Element element, SentModel model) {
        if (!group.matches("[A-Za-z0-9_.-]+")) {
            return Stream.of(finding(
                    model.place(element),
                    "has the candidate group \"%s\", which cannot be one".formatted(group),
                    "Separate groups by commas, and write a variable as ${name}"));
        }
        Optional<Set<String>> known = model.sent().surroundings().groups();
        Set<String> groups = new TreeSet<>(PRODUCTS);
        known.ifPresent(groups::addAll);
        if (groups.contains(group)) {
            return Stream.empty();
        }
        String problem = "has the candidate group %s, which is not there".formatted(group);
        String remedy =
                Nearest.question(group, groups.stream(), "Write an existing group, or create this one in Admin");
        boolean isMisspelled = Nearest.to(group, PRODUCTS.stream()).isPresent();
        return Stream.of(
                known.isPresent() || isMisspelled
                        ? finding(model.place(element), problem, remedy)
                        : warning(model.place(element), problem + ", as far as can be known here", remedy));
    }
}
