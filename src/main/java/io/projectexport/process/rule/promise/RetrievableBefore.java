package io.projectexport.process.rule.promise;

import io.projectexport.export.project.ExportStatus;
import io.projectexport.process.catalogue.ModelCatalogue;
import io.projectexport.process.flow.NodeKind;
import io.projectexport.process.guard.Finding;
import io.projectexport.process.guard.ModelRule;
import io.projectexport.process.guard.SentModel;
import io.projectexport.process.guard.Severity;
import io.projectexport.process.model.DecisionTask;
import io.projectexport.process.play.PlayState;
import io.projectexport.process.play.Player;
import io.projectexport.process.play.Token;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** A project that waits for something else than its review looks as if it could be taken back, too. */
@Component
class RetrievableBefore extends ModelRule {

    private final ModelCatalogue catalogue;

    RetrievableBefore(ModelCatalogue catalogue) {
        super(510, Severity.WARNS, "A project that is Ready to Export can be taken back wherever it waits.");
        this.catalogue = catalogue;
    }

    @Override
    protected Stream<Finding> check(SentModel model) {
        return Player.plays(model, catalogue)
                .flatMap(play -> play.states().stream()
                        .filter(state -> state.status() == ExportStatus.READY_TO_EXPORT && !isReviewed(state))
                        .flatMap(state -> state.tokens().stream().map(Token::node))
                        .distinct()
                        .filter(node -> node.is(NodeKind.USER_TASK) && node.decision() == null)
                        .filter(node ->
                                Retrievals.of(play.graph(), node).findAny().isEmpty())
                        .map(node -> finding(
                                play.place(node),
                                "waits with a project that is Ready to Export and cannot be taken back meanwhile",
                                "Draw the boundary event \"Project retrieved\" there, too, as at the review")));
    }

    /** What waits beside a review is taken back with it. */
    private static boolean isReviewed(PlayState state) {
        return state.tokens().stream().anyMatch(token -> token.node().decision() == DecisionTask.REVIEW);
    }
}
