package io.projectexport.web.jobs;

import io.projectexport.export.approval.ApprovalProcess;
import io.projectexport.export.exactlyonce.JobChoice;
import io.projectexport.export.permission.Action;
import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.permission.Person;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.export.query.FindProjects;
import io.projectexport.web.page.ActionMessages;
import io.projectexport.web.problem.BulkItems;
import io.projectexport.web.problem.ProblemEntry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Carries out the decisions that were marked in the list, each on its own: what is refused for one does not stop the others. */
@Component
public class BulkDecisions {

    /** Begins the name of a form field that holds the mark of one project export, and ends with its id. */
    static final String MARK = "mark.";

    private static final Map<String, Action> MARKS =
            Map.of("accept", Action.ACCEPT, "reject", Action.REJECT, "retry", Action.RETRY);

    private final ApprovalProcess process;
    private final FindProjects projects;

    BulkDecisions(ApprovalProcess process, FindProjects projects) {
        this.process = process;
        this.projects = projects;
    }

    /**
     * What became of one mark.
     *
     * @param label number and name of the project, or what is known instead
     */
    record Result(UUID id, String mark, String label, String message, boolean done) {}

    List<Result> carryOut(Map<String, String> form, String comment, Person approver) {
        Map<UUID, String> marks = marks(form);
        if (marks.isEmpty()) {
            throw ActionRefused.invalid("mark", "Nothing is marked. Mark projects with Accept, Reject or Retry first.");
        }
        return carryOutAll(marks, comment, approver);
    }

    /** Retries what failed because Xero was not connected, whether it is shown or not. */
    List<Result> retryNotConnected(Person approver) {
        Map<UUID, String> marks = new LinkedHashMap<>();
        projects.failedWithoutConnection(approver).forEach(id -> marks.put(id, "retry"));
        return carryOutAll(marks, null, approver);
    }

    private static Map<UUID, String> marks(Map<String, String> form) {
        Map<UUID, String> marks = new LinkedHashMap<>();
        form.forEach((field, mark) -> {
            if (field.startsWith(MARK) && MARKS.containsKey(mark)) {
                marks.put(id(field.substring(MARK.length())), mark);
            }
        });
        return marks;
    }

    private List<Result> carryOutAll(Map<UUID, String> marks, String comment, Person approver) {
        Map<UUID, String> labels = projects.withIds(List.copyOf(marks.keySet()), approver).stream()
                .collect(Collectors.toMap(ProjectExport::id, BulkDecisions::label));
        return marks.entrySet().stream()
                .map(marked -> carryOut(
                        marked.getKey(),
                        marked.getValue(),
                        comment,
                        labels.getOrDefault(marked.getKey(), marked.getKey().toString())))
                .toList();
    }

    private Result carryOut(UUID id, String mark, String comment, String label) {
        return BulkItems.resultOf(
                () -> {
                    decide(id, mark, comment);
                    return new Result(id, mark, label, ActionMessages.done(MARKS.get(mark)), true);
                },
                errors -> new Result(id, mark, label, messages(errors), false));
    }

    private void decide(UUID id, String mark, String comment) {
        switch (MARKS.get(mark)) {
            case ACCEPT -> process.accept(id, JobChoice.NONE);
            case REJECT -> process.reject(id, comment);
            case RETRY -> process.retry(id, JobChoice.NONE);
            default -> throw new IllegalStateException("No mark for it");
        }
    }

    private static String label(ProjectExport export) {
        return export.project().number() + " " + export.project().name();
    }

    private static String messages(List<ProblemEntry> errors) {
        return errors.stream().map(ProblemEntry::message).collect(Collectors.joining(" "));
    }

    private static UUID id(String exportId) {
        try {
            return UUID.fromString(exportId);
        } catch (IllegalArgumentException e) {
            throw ActionRefused.notFound();
        }
    }
}
