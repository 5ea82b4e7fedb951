package io.projectexport.process.play;

import io.projectexport.process.flow.GraphNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A moment within a transaction: what waits, and what still moves, in the engine's order.
 *
 * @param guesses how often a value was chosen so far
 * @param before null at its beginning
 */
record Moment(PlayState state, List<Active> agenda, Mover mover, int guesses, Moment before) {

    /** Whose transaction it is. */
    enum Mover {
        /** The creator's or submitter's, at the start, a correction or a retrieval. */
        OWNER,
        /** That of somebody who decides. */
        APPROVER,
        /** That of whoever completed a task of the model's own, or sent a message. */
        ANYBODY,
        /** Nobody's: of a job, a timer, a worker. */
        JOB
    }

    /** A token that moves. */
    record Active(GraphNode node, int scope, Stage stage) {

        Active then(Stage next) {
            return new Active(node, scope, next);
        }

        Active at(GraphNode other) {
            return new Active(other, scope, Stage.ENTER);
        }

        Token waiting(Token.Phase phase) {
            return new Token(node, phase, scope);
        }
    }

    enum Stage {
        ENTER,
        RUN,
        WORK,
        LEAVE,
        GO
    }

    static Moment of(PlayState state, Active first, Mover mover) {
        return new Moment(state, List.of(first), mover, 0, null);
    }

    Active head() {
        return agenda.get(0);
    }

    boolean isOver() {
        return agenda.isEmpty();
    }

    /** The head goes on like this, in this order. */
    Moment then(PlayState next, List<Active> instead) {
        List<Active> rest = new ArrayList<>(instead);
        rest.addAll(agenda.subList(1, agenda.size()));
        return new Moment(next, rest, mover, guesses, this);
    }

    Moment then(PlayState next, Active... instead) {
        return then(next, List.of(instead));
    }

    Moment then(Stage next) {
        return then(state, head().then(next));
    }

    /** The head waits. */
    Moment waits(Token.Phase phase) {
        return then(state.with(head().waiting(phase)));
    }

    Moment guessed(PlayState next) {
        return new Moment(next, agenda, mover, guesses + 1, before);
    }

    /** Nothing of these scopes moves any more. */
    Moment withoutMoving(Set<Integer> scopes) {
        List<Active> rest = agenda.stream()
                .filter(active -> !scopes.contains(active.scope()))
                .toList();
        return new Moment(state, rest, mover, guesses, before);
    }

    Moment with(PlayState next) {
        return new Moment(next, agenda, mover, guesses, before);
    }

    Moment first(Active active) {
        List<Active> more = new ArrayList<>(List.of(active));
        more.addAll(agenda);
        return new Moment(state, more, mover, guesses, this);
    }

    /** The same moment of the same transaction earlier; null for none. */
    Moment earlierSelf() {
        for (Moment earlier = before; earlier != null; earlier = earlier.before) {
            if (!earlier.isOver()
                    && earlier.head().equals(head())
                    && earlier.agenda.equals(agenda)
                    && earlier.state.equals(state)) {
                return earlier;
            }
        }
        return null;
    }
}
