package io.projectexport.process.rule.promise;

import com.fasterxml.jackson.databind.JsonNode;
import io.projectexport.process.catalogue.ModelCatalogue;
import io.projectexport.process.flow.FlowGraph;
import io.projectexport.process.flow.FormKeys;
import io.projectexport.process.flow.GraphNode;
import io.projectexport.process.guard.Finding;
import io.projectexport.process.guard.ModelRule;
import io.projectexport.process.guard.SentModel;
import io.projectexport.process.guard.Severity;
import io.projectexport.process.play.Play;
import io.projectexport.process.play.Player;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** A form has no field with the name of a variable on which the product relies, unless it is the form for it or only shows it. */
@Component
class FormsOfOthers extends ModelRule {

    private static final String SUBMISSION = "submit-project";

    private final ModelCatalogue catalogue;

    FormsOfOthers(ModelCatalogue catalogue) {
        super(504, Severity.REFUSES, "A form has fields of its own names.");
        this.catalogue = catalogue;
    }

    @Override
    protected Stream<Finding> check(SentModel model) {
        return Player.plays(model, catalogue).map(Play::graph).flatMap(this::check);
    }

    private Stream<Finding> check(FlowGraph graph) {
        return graph.nodes().stream().flatMap(node -> {
            List<String> names = forms(graph, node)
                    .flatMap(form -> FormKeys.fields(form)
                            .filter(field -> !isShownOnly(field))
                            .map(field -> field.path("key").asText())
                            .filter(key -> isForeign(key, node, form.path("id").asText())))
                    .distinct()
                    .toList();
            return names.isEmpty()
                    ? Stream.empty()
                    : Stream.of(finding(
                            graph.model().place(node.element()),
                            "has a form that writes %s, on which the product relies"
                                    .formatted(String.join(", ", names)),
                            "Give the fields other keys, or make them read-only"));
        });
    }

    private static Stream<JsonNode> forms(FlowGraph graph, GraphNode node) {
        return Stream.of("formRef", "formKey")
                .map(name -> SentModel.attribute(node.element(), name))
                .filter(Objects::nonNull)
                .flatMap(reference -> graph.model().sent().form(FormKeys.id(reference)).stream());
    }

    private static boolean isShownOnly(JsonNode field) {
        return field.path("readonly").asBoolean() || field.path("disabled").asBoolean();
    }

    private static boolean isForeign(String key, GraphNode node, String form) {
        if (node.decision() != null) {
            return RelyingVariables.isAnswer(key)
                    && !key.equals(node.decision().answer().name());
        }
        boolean isSubmitted = form.equals(SUBMISSION) && RelyingVariables.isField(key);
        return RelyingVariables.contain(key) && !isSubmitted;
    }
}
