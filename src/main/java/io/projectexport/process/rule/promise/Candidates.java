package io.projectexport.process.rule.promise;

import io.projectexport.process.catalogue.ModelCatalogue;
import io.projectexport.process.flow.FlowGraph;
import io.projectexport.process.flow.GraphNode;
import io.projectexport.process.guard.Finding;
import io.projectexport.process.guard.ModelRule;
import io.projectexport.process.guard.SentModel;
import io.projectexport.process.guard.Severity;
import io.projectexport.process.model.DecisionTask;
import io.projectexport.process.play.Play;
import io.projectexport.process.play.Player;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.ResourceRole;
import org.springframework.stereotype.Component;

/** A decision waits for those who may decide, and for nobody else. */
@Component
class Candidates extends ModelRule {

    private static final List<String> OWNERS = List.of("${submitter}", "${creator}");

    private final ModelCatalogue catalogue;

    Candidates(ModelCatalogue catalogue) {
        super(501, Severity.REFUSES, "A decision has exactly the candidates who may decide.");
        this.catalogue = catalogue;
    }

    @Override
    protected Stream<Finding> check(SentModel model) {
        return Player.plays(model, catalogue)
                .map(Play::graph)
                .filter(FlowGraph::isOfProject)
                .flatMap(graph -> graph.nodes().stream())
                .filter(node -> node.decision() != null)
                .flatMap(node -> problems(node)
                        .map(problem -> finding(model.place(node.element()), problem, remedy(node.decision()))));
    }

    private static Stream<String> problems(GraphNode task) {
        Set<String> groups = listed(task, "candidateGroups");
        Set<String> users = listed(task, "candidateUsers");
        if (task.decision() == DecisionTask.APPROVE) {
            return ofFurtherApproval(task, groups, users);
        }
        Set<String> wantedGroups = task.decision().candidateGroup().stream().collect(Collectors.toSet());
        Set<String> wantedUsers = wantedGroups.isEmpty() ? Set.copyOf(OWNERS) : Set.of();
        return Stream.of(
                        lacking(groups, wantedGroups, "needs the candidate group %s: nobody else may answer it"),
                        lacking(users, wantedUsers, "needs the candidate user %s, who would not find it otherwise"),
                        lacking(
                                wantedGroups,
                                groups,
                                "is offered to the group %s, whose members' answers would be refused"),
                        lacking(wantedUsers, users, "is offered to %s, whose answers would be refused"),
                        assigned(task))
                .flatMap(found -> found);
    }

    /** Which groups is the author's choice. */
    private static Stream<String> ofFurtherApproval(GraphNode task, Set<String> groups, Set<String> users) {
        Stream<String> nobody = groups.isEmpty()
                ? Stream.of("needs a candidate group: nobody could approve otherwise")
                : Stream.empty();
        return Stream.of(
                        nobody,
                        users.stream().sorted().map("is offered to %s, whose answers would be refused"::formatted),
                        assigned(task))
                .flatMap(found -> found);
    }

    private static Stream<String> lacking(Set<String> present, Set<String> wanted, String problem) {
        return wanted.stream().filter(name -> !present.contains(name)).sorted().map(problem::formatted);
    }

    private static Stream<String> assigned(GraphNode task) {
        Stream<String> attribute = Stream.ofNullable(SentModel.attribute(task.element(), "assignee"))
                .map(
                        ("is assigned to %s by the model, so that no other candidate finds it, and a project stops before it where"
                                        + " that person may not decide")::formatted);
        Stream<String> roles = task.element().getChildElementsByType(ResourceRole.class).stream()
                .limit(1)
                .map(role ->
                        "has performers or potential owners besides its candidates, whose answers would be refused");
        return Stream.concat(attribute, roles);
    }

    private static Set<String> listed(GraphNode task, String name) {
        return Stream.ofNullable(SentModel.attribute(task.element(), name))
                .flatMap(value -> Stream.of(value.split(",")))
                .map(value -> value.replaceAll("\\s", ""))
                .filter(value -> !value.isEmpty())
                .collect(Collectors.toSet());
    }

    private static String remedy(DecisionTask decision) {
        if (decision == DecisionTask.APPROVE) {
            return "Let its candidates be groups, such as erp-admin";
        }
        return decision.candidateGroup()
                .map(group -> "Let its only candidate be the group " + group)
                .orElse("Let its only candidates be the users ${submitter},${creator}");
    }
}
