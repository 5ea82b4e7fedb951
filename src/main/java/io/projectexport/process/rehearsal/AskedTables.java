package io.projectexport.process.rehearsal;

import static io.projectexport.process.guard.SentModel.attribute;

import io.projectexport.process.flow.FlowGraph;
import io.projectexport.process.flow.GraphNode;
import io.projectexport.process.rehearsal.PastTerms.Known;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputOutput;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;

/** The decision tables that a model asks, each by the variable that gets its answer. */
final class AskedTables {

    private static final Pattern VARIABLE = Pattern.compile("^\\s*+[$#]\\{\\s*+(\\w++)\\s*+}\\s*+$");
    private static final Pattern DYNAMIC = Pattern.compile("[$#]\\{");

    /** A table that has no answer, as where two rules hold and one may. */
    static final class Failed extends Exception {

        private final transient GraphNode task;

        Failed(GraphNode task, Throwable cause) {
            super(cause);
            this.task = task;
        }

        GraphNode task() {
            return task;
        }
    }

    /** Port to the tables that are there: one that was sent along, or one that is deployed. */
    interface Tables {

        /** @param isOfDeployment whether only one that was sent along is meant */
        Optional<DmnDecision> find(String key, boolean isOfDeployment);
    }

    /** @param inputs texts of the parameters, by their names */
    private record Asked(GraphNode task, DmnDecision decision, boolean isWhole, Map<String, String> inputs) {}

    private final DecisionEngine engine;
    private final Map<String, Asked> byVariable;
    private final Map<Object, Optional<Known>> answers = new HashMap<>();

    AskedTables(FlowGraph graph, DecisionEngine engine, Tables tables) {
        this.engine = engine;
        this.byVariable = graph.nodes().stream()
                .filter(node -> attribute(node.element(), "resultVariable") != null)
                .collect(Collectors.groupingBy(node -> attribute(node.element(), "resultVariable")))
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue().size() == 1)
                .flatMap(entry ->
                        asked(entry.getValue().get(0), tables).stream().map(asked -> Map.entry(entry.getKey(), asked)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Optional<Asked> asked(GraphNode node, Tables tables) {
        String key = attribute(node.element(), "decisionRef");
        String binding = attribute(node.element(), "decisionRefBinding");
        String mapping = attribute(node.element(), "mapDecisionResult");
        boolean isOfDeployment = "deployment".equals(binding);
        boolean isLatest = binding == null || binding.equals("latest");
        boolean isReadable = "singleEntry".equals(mapping) || "singleResult".equals(mapping);
        if (key == null || !isReadable || !isOfDeployment && !isLatest) {
            return Optional.empty();
        }
        return tables.find(key.strip(), isOfDeployment)
                .map(decision -> new Asked(node, decision, "singleResult".equals(mapping), inputs(node)));
    }

    private static Map<String, String> inputs(GraphNode node) {
        return Optional.ofNullable(node.element().getExtensionElements()).stream()
                .flatMap(extensions ->
                        extensions.getElementsQuery().filterByType(CamundaInputOutput.class).list().stream())
                .map(CamundaInputOutput::getCamundaInputParameters)
                .flatMap(Collection::stream)
                .collect(Collectors.toMap(
                        CamundaInputParameter::getCamundaName,
                        parameter -> parameter.getTextContent().strip(),
                        (first, second) -> second));
    }

    /**
     * The answer that a term of a condition means; empty where it is none, or its table cannot be asked here.
     *
     * @param known the values of variables; empty for what is not known
     * @throws Failed when the table has no answer
     */
    Optional<Known> answer(String term, Function<String, Optional<Known>> known) throws Failed {
        String variable = term.replaceFirst("[^\\w].*", "");
        Asked asked = byVariable.get(variable);
        boolean isOutput = !variable.equals(term);
        if (asked == null || asked.isWhole() != isOutput) {
            return Optional.empty();
        }
        Optional<Map<String, Object>> inputs = inputs(asked, known);
        return inputs.isPresent() ? answer(asked, term, inputs.get()) : Optional.empty();
    }

    private Optional<Known> answer(Asked asked, String term, Map<String, Object> inputs) throws Failed {
        Object question = List.of(term, inputs);
        Optional<Known> answer = answers.get(question);
        if (answer == null) {
            answer = evaluated(asked, term, inputs);
            answers.put(question, answer);
        }
        return answer;
    }

    private Optional<Known> evaluated(Asked asked, String term, Map<String, Object> inputs) throws Failed {
        try {
            DmnDecisionResult result = engine.engine().evaluateDecision(asked.decision(), inputs);
            if (!asked.isWhole()) {
                return Optional.of(new Known(result.getSingleEntry()));
            }
            Map<String, Object> row = result.getSingleResult();
            Matcher output = Pattern.compile("\\w+\\W+(\\w+)\\W*").matcher(term);
            return output.matches()
                    ? Optional.of(new Known(row == null ? null : row.get(output.group(1))))
                    : Optional.empty();
        } catch (DmnEngineException | FeelException failure) {
            throw new Failed(asked.task(), failure);
        }
    }

    private static Optional<Map<String, Object>> inputs(Asked asked, Function<String, Optional<Known>> known) {
        Map<String, Object> inputs = new TreeMap<>();
        for (Map.Entry<String, String> input : asked.inputs().entrySet()) {
            Optional<Known> value = value(input.getValue(), known);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            inputs.put(input.getKey(), value.get().value());
        }
        return Optional.of(inputs);
    }

    private static Optional<Known> value(String text, Function<String, Optional<Known>> known) {
        Matcher variable = VARIABLE.matcher(text);
        if (variable.matches()) {
            return known.apply(variable.group(1));
        }
        return DYNAMIC.matcher(text).find() ? Optional.empty() : Optional.of(new Known(text));
    }
}
