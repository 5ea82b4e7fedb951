package io.projectexport.process.rehearsal;

import io.projectexport.export.project.ExportStatus;
import io.projectexport.export.project.HistoryStep;
import io.projectexport.export.rehearsal.PastProject.PastStep;
import io.projectexport.export.rehearsal.PlayedWay;
import io.projectexport.export.rehearsal.PlayedWay.End;
import io.projectexport.export.rehearsal.PlayedWay.Place;
import io.projectexport.process.flow.GraphFlow;
import io.projectexport.process.flow.GraphNode;
import io.projectexport.process.flow.NodeKind;
import io.projectexport.process.flow.Trigger;
import io.projectexport.process.model.ProjectExportProcess;
import io.projectexport.process.play.Observation;
import io.projectexport.process.play.Play;
import io.projectexport.process.play.PlayState;
import io.projectexport.process.play.Token;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Where a past project came to in a play. */
final class PlayedEnd {

    private static final Set<Trigger.Kind> WAITED_FOR =
            Set.of(Trigger.Kind.MESSAGE, Trigger.Kind.SIGNAL, Trigger.Kind.TIMER, Trigger.Kind.CONDITIONAL);

    private final Play play;
    private final PastSteps past;
    private final PastChoices choices;
    private final PastTerms terms;
    private final Places places;

    PlayedEnd(Play play, PastSteps past, PastChoices choices, PastTerms terms, Places places) {
        this.play = play;
        this.past = past;
        this.choices = choices;
        this.terms = terms;
        this.places = places;
    }

    PlayedWay way() {
        Optional<AskedTables.Failed> failed = terms.failed();
        if (failed.isPresent()) {
            return stuck(
                    failed.get().task(),
                    "its decision table has no answer",
                    failed.get().getMessage());
        }
        Optional<Observation> stopped = play.observations().stream()
                .filter(seen -> PastProblems.STOPPING.contains(seen.kind()))
                .findFirst();
        if (stopped.isPresent()) {
            Observation seen = stopped.get();
            String detail = seen.kind() == Observation.Kind.NO_WAY_OUT ? seen.detail() : null;
            return stuck(seen.node(), PastProblems.words(seen), detail);
        }
        return ended().map(state -> way(End.OVER, state, null, null, null)).orElseGet(this::waiting);
    }

    private Optional<PlayState> ended() {
        return play.last().stream()
                .filter(state -> state.tokens().isEmpty())
                .max(Comparator.comparingInt(PlayState::past));
    }

    private PlayedWay waiting() {
        PlayState last = play.last().stream()
                .max(Comparator.comparingInt(PlayState::past))
                .orElseThrow();
        GraphNode at = last.tokens().stream()
                .sorted(Comparator.comparing(token -> token.phase() == Token.Phase.AT ? 0 : 1))
                .map(Token::node)
                .findFirst()
                .orElseThrow();
        if (isNotRetrievable(last)) {
            return stuck(at, "its submitter could not have taken it back there", null);
        }
        boolean isWaiting =
                at.is(NodeKind.USER_TASK) || WAITED_FOR.contains(at.trigger().kind());
        return isWaiting
                ? way(End.WAITS, last, places.of(at), null, null)
                : stuck(at, "it waits for what never comes there", null);
    }

    private boolean isNotRetrievable(PlayState last) {
        PastStep next = past.nextDecision(last.past());
        return last.status() == ExportStatus.READY_TO_EXPORT && next != null && next.kind() == HistoryStep.RETRIEVED;
    }

    private PlayedWay stuck(GraphNode at, String problem, String detail) {
        PlayState last = play.states().stream()
                .max(Comparator.comparingInt(PlayState::past))
                .orElse(null);
        return way(End.STUCK, last, places.of(at), problem, detail);
    }

    private PlayedWay way(End end, PlayState last, Place at, String problem, String detail) {
        PastStep next = last == null ? null : past.next(last.past());
        return new PlayedWay(
                end,
                last == null ? null : last.status(),
                at,
                problem,
                detail,
                more(end, at),
                choices.spared(),
                next == null ? null : next.kind(),
                path(),
                terms.guesses(),
                choices.isXeroAssumed());
    }

    /** A place at which it waits still is told as that. */
    private List<Place> more(End end, Place at) {
        Set<GraphNode> nodes = new LinkedHashSet<>(choices.unrecorded());
        play.reached().stream().filter(PlayedEnd::isWaitOfItsOwn).forEach(nodes::add);
        return nodes.stream()
                .map(places::of)
                .filter(place -> end != End.WAITS || !place.equals(at))
                .toList();
    }

    /** A wait that leaves nothing in the register. */
    private static boolean isWaitOfItsOwn(GraphNode node) {
        boolean isOwnTask = node.is(NodeKind.USER_TASK) && node.decision() == null;
        boolean isEvent =
                node.is(NodeKind.CATCH) && WAITED_FOR.contains(node.trigger().kind());
        return isOwnTask || isEvent && !isForXero(node);
    }

    private static boolean isForXero(GraphNode node) {
        return node.trigger().text() != null && node.trigger().text().contains(ProjectExportProcess.RETRY_AT.name());
    }

    private List<String> path() {
        return Stream.concat(
                        play.reached().stream().map(GraphNode::id),
                        play.taken().stream().map(GraphFlow::id))
                .distinct()
                .toList();
    }
}
