package io.projectexport.process.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.projectexport.export.project.ExportStatus;
import io.projectexport.process.catalogue.ModelCatalogue;
import io.projectexport.process.flow.FlowGraph;
import io.projectexport.process.flow.GraphNode;
import io.projectexport.process.flow.GraphReader;
import io.projectexport.process.guard.GuardedModels;
import io.projectexport.process.guard.SentModel;
import io.projectexport.process.guard.SentModels;
import io.projectexport.process.guard.Surroundings;
import io.projectexport.process.model.ProjectExportProcess;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PlayerTest {

    private static final ModelCatalogue CATALOGUE = new ModelCatalogue();

    private final List<SentModel> shipped = new SentModels(GuardedModels.shipped(), Surroundings.UNKNOWN).models();

    @Test
    void nothing_goes_wrong_in_the_shipped_models_and_everything_is_reached() {
        List<Play> plays = shipped.stream()
                .flatMap(model -> Player.plays(model, CATALOGUE))
                .toList();

        assertThat(plays).hasSize(2).allSatisfy(play -> {
            assertThat(play.observations()).isEmpty();
            assertThat(play.reached())
                    .containsExactlyInAnyOrderElementsOf(play.graph().nodes());
            assertThat(play.taken()).hasSameSizeAs(play.graph().flows().toList());
            assertThat(play.states()).hasSizeLessThan(100);
        });
    }

    @Test
    void a_model_is_played_once_for_all_rules() {
        SentModel model = shipped.get(0);

        assertThat(Player.plays(model, CATALOGUE).toList())
                .isEqualTo(Player.plays(model, CATALOGUE).toList());
        assertThat(Player.plays(model, CATALOGUE).findFirst().orElseThrow())
                .isSameAs(Player.plays(model, CATALOGUE).findFirst().orElseThrow());
    }

    @Test
    void a_play_follows_what_once_happened() {
        FlowGraph graph = shipped.stream()
                .flatMap(model -> GraphReader.read(model, ProjectExportProcess.KEY, CATALOGUE).stream())
                .findFirst()
                .orElseThrow();

        Play play = Player.play(graph, new Rejected(graph), 100);

        Set<ExportStatus> ends = play.states().stream()
                .filter(state -> state.tokens().isEmpty())
                .map(PlayState::status)
                .collect(Collectors.toSet());
        assertThat(ends).containsExactly(ExportStatus.WITHDRAWN);
        assertThat(play.reached())
                .extracting(GraphNode::id)
                .contains("serviceTask_reopenProject")
                .doesNotContain("serviceTask_createXeroJob", "serviceTask_escalateReview");
    }

    /** A project that was rejected and withdrawn. */
    private record Rejected(FlowGraph graph) implements Choices {

        @Override
        public List<String> answers(GraphNode task, PlayState state) {
            return List.of(task.decision().words().get(1));
        }

        @Override
        public List<StepOutcome> outcomes(GraphNode node, ModelCatalogue.Step step, PlayState state) {
            return List.of(StepOutcome.DONE);
        }

        @Override
        public List<Object> values(String term, PlayState state) {
            return graph.samples(term);
        }

        @Override
        public boolean happens(GraphNode event, PlayState state) {
            return false;
        }
    }
}
