package io.projectexport.web.decision;

import io.projectexport.export.approval.ApprovalProcess;
import io.projectexport.export.bulk.InChunks;
import io.projectexport.export.exactlyonce.JobChoice;
import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.permission.Person;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.export.query.FindProjects;
import io.projectexport.export.query.ReadProject;
import io.projectexport.web.decision.MarkedDecisions.Marked;
import io.projectexport.web.page.ActionMessages;
import io.projectexport.web.problem.BulkItems;
import io.projectexport.web.problem.ProblemEntry;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Carries out the decisions that were marked in the list, each on its own: what is refused for one does not stop the others. */
@Component
public class BulkDecisions {

    private final ApprovalProcess process;
    private final FindProjects projects;
    private final ReadProject read;
    private final InChunks chunks;

    BulkDecisions(ApprovalProcess process, FindProjects projects, ReadProject read, InChunks chunks) {
        this.process = process;
        this.projects = projects;
        this.read = read;
        this.chunks = chunks;
    }

    /**
     * What became of one mark.
     *
     * @param label number and name of the project, or what is known instead
     */
    record Result(UUID id, String mark, String label, String message, boolean done) {}

    List<Result> carryOut(MarkedDecisions decisions, Person approver) {
        Map<UUID, String> labels = projects.withIds(decisions.ids(), approver).stream()
                .collect(Collectors.toMap(
                        ProjectExport::id, export -> export.project().title()));
        Function<Marked, String> label =
                marked -> labels.getOrDefault(marked.id(), marked.id().toString());
        return chunks.each(
                decisions.all(),
                marked -> done(marked, label.apply(marked), approver),
                (marked, work) -> BulkItems.resultOf(
                        work,
                        errors ->
                                new Result(marked.id(), marked.mark(), label.apply(marked), messages(errors), false)));
    }

    /** Retries what failed because Xero was not connected, whether it is shown or not. */
    List<Result> retryNotConnected(Person approver) {
        return carryOut(
                new MarkedDecisions(projects.failedWithoutConnection(approver).stream()
                        .map(Marked::retry)
                        .toList()),
                approver);
    }

    private Result done(Marked marked, String label, Person approver) {
        decide(marked, approver);
        return new Result(marked.id(), marked.mark(), label, ActionMessages.done(marked.action()), true);
    }

    private void decide(Marked marked, Person approver) {
        try {
            decide(marked);
        } catch (ActionRefused refused) {
            boolean isSentTwice = refused.reason() == ActionRefused.Reason.CONFLICT
                    && read.wasJustDone(marked.id(), marked.action(), approver);
            if (!isSentTwice) {
                throw refused;
            }
        }
    }

    private void decide(Marked marked) {
        switch (marked.action()) {
            case ACCEPT -> process.accept(marked.id(), JobChoice.NONE);
            case REJECT -> process.reject(marked.id(), marked.comment());
            case RETRY -> process.retry(marked.id(), JobChoice.NONE);
            default -> throw new IllegalStateException("No mark for it");
        }
    }

    private static String messages(List<ProblemEntry> errors) {
        return errors.stream().map(ProblemEntry::message).collect(Collectors.joining(" "));
    }
}
