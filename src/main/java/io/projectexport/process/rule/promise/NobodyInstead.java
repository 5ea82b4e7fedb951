package io.projectexport.process.rule.promise;

import io.projectexport.process.catalogue.ModelCatalogue;
import io.projectexport.process.flow.GraphNode;
import io.projectexport.process.guard.Finding;
import io.projectexport.process.guard.ModelRule;
import io.projectexport.process.guard.SentModel;
import io.projectexport.process.guard.Severity;
import io.projectexport.process.play.Player;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** No listener answers a decision, or hands it to somebody else. */
@Component
class NobodyInstead extends ModelRule {

    private static final Set<String> ACTS = Set.of(
            "complete",
            "setAssignee",
            "setOwner",
            "addCandidateUser",
            "addCandidateUsers",
            "addCandidateGroup",
            "addCandidateGroups",
            "addUserIdentityLink",
            "addGroupIdentityLink",
            "deleteCandidateUser",
            "deleteCandidateGroup",
            "deleteUserIdentityLink",
            "deleteGroupIdentityLink",
            "handleBpmnError",
            "handleEscalation");

    private final ModelCatalogue catalogue;

    NobodyInstead(ModelCatalogue catalogue) {
        super(508, Severity.REFUSES, "No listener answers a decision or changes whose it is.");
        this.catalogue = catalogue;
    }

    @Override
    protected Stream<Finding> check(SentModel model) {
        Set<String> decisions = Player.plays(model, catalogue)
                .flatMap(play -> play.graph().nodes().stream())
                .filter(node -> node.decision() != null)
                .map(GraphNode::id)
                .collect(Collectors.toSet());
        return model.expressions().stream()
                .filter(expression -> MethodCall.in(expression).anyMatch(call -> call.isOneOf(ACTS)))
                .filter(expression ->
                        decisions.contains(model.place(expression.element()).elementId()))
                .map(expression -> finding(
                        model.place(expression.element()),
                        "has %s, which answers the decision or changes whose it is".formatted(expression.text()),
                        "Take it out: who decides is the product's to know"));
    }
}
