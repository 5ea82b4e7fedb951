package io.projectexport.process.rule.expression;

import io.projectexport.process.guard.Finding;
import io.projectexport.process.guard.ModelExpression;
import io.projectexport.process.guard.ModelRule;
import io.projectexport.process.guard.SentModel;
import io.projectexport.process.guard.Severity;
import io.projectexport.process.model.DecisionTask;
import io.projectexport.process.variable.AnsweredTasks;
import io.projectexport.process.variable.ProductVariables;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.springframework.stereotype.Component;

/** Right after a task its own answer decides: another task's is of another round, or not there at all. */
@Component
class AnswerOfTheTask extends ModelRule {

    AnswerOfTheTask() {
        super(314, Severity.REFUSES, "The branches after a task ask for the answer of that task.");
    }

    @Override
    protected Stream<Finding> check(SentModel model) {
        return model.all(SequenceFlow.class)
                .filter(flow -> flow.getConditionExpression() != null)
                .flatMap(flow -> check(flow, model));
    }

    private Stream<Finding> check(SequenceFlow flow, SentModel model) {
        Set<String> own = answers(flow.getSource());
        List<String> asked = new ModelExpression(
                        null,
                        null,
                        flow.getConditionExpression().getTextContent().strip())
                .identifiers()
                .toList();
        boolean isOwn = own.isEmpty() || asked.stream().anyMatch(own::contains);
        return asked.stream()
                .filter(name -> !isOwn && ProductVariables.answeredTask(name).isPresent())
                .map(name -> finding(
                        model.place(flow),
                        "asks for %s, which is the answer of another task".formatted(name),
                        "Ask for %s".formatted(String.join(" or ", own))));
    }

    /** Of the task itself, or of all that lead to the gateway; none where something else leads there, too. */
    private static Set<String> answers(FlowNode source) {
        List<FlowNode> before = source instanceof Gateway
                ? source.getIncoming().stream().map(SequenceFlow::getSource).toList()
                : List.of(source);
        boolean areTasks =
                before.stream().allMatch(node -> AnsweredTasks.of(node).isPresent());
        return areTasks
                ? before.stream()
                        .flatMap(node -> AnsweredTasks.of(node).stream())
                        .map(DecisionTask::answer)
                        .map(answer -> answer.name())
                        .collect(Collectors.toSet())
                : Set.of();
    }
}
