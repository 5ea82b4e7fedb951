package io.projectexport.process.rehearsal;

import static io.projectexport.process.guard.SentModel.attribute;

import io.projectexport.export.permission.People;
import io.projectexport.export.rehearsal.PlayedWay.Place;
import io.projectexport.process.flow.FlowGraph;
import io.projectexport.process.flow.GraphNode;
import io.projectexport.process.flow.NodeKind;
import io.projectexport.process.flow.Trigger;
import io.projectexport.process.model.DecisionTask;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Where projects wait in a model, and for whom; each is read once, however many projects come there. */
final class Places {

    private final FlowGraph graph;
    private final People people;
    private final Map<GraphNode, Place> known = new HashMap<>();

    Places(FlowGraph graph, People people) {
        this.graph = graph;
        this.people = people;
    }

    Place of(GraphNode node) {
        return known.computeIfAbsent(node, this::read);
    }

    private Place read(GraphNode node) {
        String label =
                Optional.ofNullable(graph.model().place(node.element()).label()).orElse(node.id());
        return new Place(node.id(), label, who(node));
    }

    private String who(GraphNode node) {
        if (node.decision() == DecisionTask.CORRECT) {
            return "its creator and submitter";
        }
        if (node.is(NodeKind.USER_TASK)) {
            Set<String> groups = names(node, "candidateGroups");
            return groups.isEmpty() ? users(node) : people.groupNames(groups);
        }
        return node.trigger().is(Trigger.Kind.MESSAGE)
                ? "the message “%s”".formatted(node.trigger().text())
                : null;
    }

    private static String users(GraphNode node) {
        Set<String> users = names(node, "candidateUsers");
        users.addAll(names(node, "assignee"));
        return users.isEmpty() ? "somebody" : String.join(" or ", users);
    }

    /** Without those that are computed. */
    private static Set<String> names(GraphNode node, String attribute) {
        return Arrays.stream(Optional.ofNullable(attribute(node.element(), attribute))
                        .orElse("")
                        .split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty() && !name.contains("{"))
                .collect(Collectors.toSet());
    }
}
