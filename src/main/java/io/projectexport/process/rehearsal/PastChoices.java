package io.projectexport.process.rehearsal;

import io.projectexport.export.accounting.ExportFailure;
import io.projectexport.export.project.HistoryStep;
import io.projectexport.export.rehearsal.PastProject.PastStep;
import io.projectexport.process.catalogue.ModelCatalogue.Step;
import io.projectexport.process.flow.GraphNode;
import io.projectexport.process.flow.NodeKind;
import io.projectexport.process.flow.Trigger;
import io.projectexport.process.model.DecisionTask;
import io.projectexport.process.model.ProjectExportProcess;
import io.projectexport.process.play.Choices;
import io.projectexport.process.play.PlayState;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What once happened to a project, as the choices of a play; where the model asks for more, what is likely, which is remembered. */
final class PastChoices implements Choices {

    private static final List<ExportFailure.Reason> FAILURES =
            List.of(ExportFailure.Reason.REFUSED, ExportFailure.Reason.UNAVAILABLE, ExportFailure.Reason.NOT_CONNECTED);

    private final PastSteps past;
    private final PastTerms terms;
    private final Set<GraphNode> unrecorded = new LinkedHashSet<>();
    private final Set<HistoryStep> spared = EnumSet.noneOf(HistoryStep.class);
    private boolean isXeroAssumed;

    PastChoices(PastSteps past, PastTerms terms) {
        this.past = past;
        this.terms = terms;
    }

    /** Tasks in which nobody decided, and somebody would have had to. */
    Set<GraphNode> unrecorded() {
        return unrecorded;
    }

    /** What people decided without being asked by the model. */
    Set<HistoryStep> spared() {
        return spared;
    }

    /** Whether Xero was called where nothing is known of a call. */
    boolean isXeroAssumed() {
        return isXeroAssumed;
    }

    @Override
    public List<String> answers(GraphNode task, PlayState state) {
        boolean isInterrupted = task.boundaries().stream()
                .anyMatch(event ->
                        event.isInterrupting() && event.trigger().is(Trigger.Kind.TIMER) && happens(event, state));
        if (isInterrupted) {
            return List.of();
        }
        return switch (task.decision()) {
            case REVIEW -> reviewed(task, past.nextDecision(state.past()));
            case APPROVE -> approved(task, state);
            case RESOLVE -> word(task, past.next(state.past()), HistoryStep.RETRIED, HistoryStep.REJECTED);
            case CORRECT -> word(task, past.next(state.past()), HistoryStep.RESUBMITTED, HistoryStep.WITHDRAWN);
        };
    }

    private List<String> reviewed(GraphNode task, PastStep next) {
        if (next == null) {
            return List.of();
        }
        return switch (next.kind()) {
            case ACCEPTED, REJECTED -> {
                if (next.bySystem()) {
                    unrecorded.add(task);
                }
                yield word(task, next, HistoryStep.ACCEPTED, HistoryStep.REJECTED);
            }
            case FAILED_TO_EXPORT, SYNCED, RETRIED -> assumed(task);
            default -> List.of();
        };
    }

    private List<String> approved(GraphNode task, PlayState state) {
        PastStep next = past.next(state.past());
        if (next == null) {
            return assumed(task);
        }
        return switch (next.kind()) {
            case APPROVED -> first(task);
            case REJECTED ->
                state.isAccepted() ? List.of(task.decision().words().get(1)) : assumed(task);
            case RETRIEVED -> task.boundaries().stream().anyMatch(PastChoices::isRetrieval) ? List.of() : assumed(task);
            default -> assumed(task);
        };
    }

    private List<String> assumed(GraphNode task) {
        unrecorded.add(task);
        return first(task);
    }

    private static List<String> first(GraphNode task) {
        return task.decision().words().subList(0, 1);
    }

    /** The task's first word for the first kind of step, its second for the second. */
    private static List<String> word(GraphNode task, PastStep next, HistoryStep first, HistoryStep second) {
        List<String> words = task.decision().words();
        if (next == null || next.kind() != first && next.kind() != second) {
            return List.of();
        }
        return List.of(words.get(next.kind() == first ? 0 : 1));
    }

    @Override
    public List<StepOutcome> outcomes(GraphNode node, Step step, PlayState state) {
        if (step.about().errors().length == 0) {
            return List.of(StepOutcome.DONE);
        }
        PastStep next = past.nextOfXero(state.past());
        if (next != null && next.kind() == HistoryStep.FAILED_TO_EXPORT) {
            return List.of(new StepOutcome(failedFor(next)));
        }
        isXeroAssumed |= next == null || next.kind() != HistoryStep.SYNCED;
        return List.of(StepOutcome.DONE);
    }

    private ExportFailure.Reason failedFor(PastStep failure) {
        return Optional.ofNullable(failure.failedFor())
                .orElseGet(() -> terms.guess("why an export failed", FAILURES, ExportFailure.Reason.class));
    }

    @Override
    public List<Object> values(String term, PlayState state) {
        return terms.values(term, past.round(state.past()));
    }

    @Override
    public boolean happens(GraphNode event, PlayState state) {
        return switch (event.trigger().kind()) {
            case MESSAGE -> isRetrieval(event) && isRetrievedNext(state);
            case TIMER -> event.is(NodeKind.CATCH) || isOver(event, state);
            case CONDITIONAL -> true;
            default -> false;
        };
    }

    private boolean isRetrievedNext(PlayState state) {
        PastStep next = past.nextDecision(state.past());
        return next != null && next.kind() == HistoryStep.RETRIEVED;
    }

    private static boolean isRetrieval(GraphNode event) {
        return ProjectExportProcess.PROJECT_RETRIEVED.equals(event.trigger().text());
    }

    /** By the times of what happened; one that the application sets is the escalation's, which the history tells. */
    private boolean isOver(GraphNode event, PlayState state) {
        try {
            return past.isBeforeNext(
                    state.past(), Duration.parse(event.trigger().text()));
        } catch (DateTimeParseException computed) {
            return !event.isInterrupting() && past.isEscalated();
        }
    }

    @Override
    public PlayState after(GraphNode node, PlayState state) {
        int now = state.past();
        if (isFurtherApproval(node, state)) {
            return state.at(now + 1);
        }
        int later = state.status() == null ? now : past.after(state.status(), now);
        if (later > now) {
            past.between(now, later - 1).stream()
                    .filter(step -> !step.bySystem())
                    .forEach(step -> spared.add(step.kind()));
            spare(node, past.next(later - 1));
        }
        return state.at(later);
    }

    private boolean isFurtherApproval(GraphNode node, PlayState state) {
        PastStep next = past.next(state.past());
        return node.decision() == DecisionTask.APPROVE
                && next != null
                && next.kind() == HistoryStep.APPROVED
                && first(node)
                        .get(0)
                        .equals(state.values().get(node.decision().answer().name()));
    }

    /** A person decided what a step of the model decides now. */
    private void spare(GraphNode node, PastStep step) {
        boolean isDecision = step.kind() == HistoryStep.ACCEPTED || step.kind() == HistoryStep.REJECTED;
        boolean isDecidedByRule = node.steps().stream()
                .flatMap(its -> Arrays.stream(its.about().to()))
                .anyMatch(step.leadsTo()::equals);
        if (isDecision && isDecidedByRule && node.decision() == null && !step.bySystem()) {
            spared.add(step.kind());
        }
    }
}
