package io.projectexport.web;

import io.projectexport.export.Action;
import io.projectexport.export.ActionRefused;
import io.projectexport.export.ApprovalProcess;
import io.projectexport.export.FindProjects;
import io.projectexport.export.JobChoice;
import io.projectexport.export.Person;
import io.projectexport.export.ProjectExport;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Carries out what was marked in the list, each on its own: what is refused for one does not stop the others. */
@Component
class MarkedDecisions {

    /** Begins the name of a form field that holds the mark of one project export, and ends with its id. */
    static final String MARK = "mark.";

    private static final Map<String, Action> MARKS =
            Map.of("accept", Action.ACCEPT, "reject", Action.REJECT, "retry", Action.RETRY);

    private final ApprovalProcess process;
    private final FindProjects projects;

    MarkedDecisions(ApprovalProcess process, FindProjects projects) {
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
        List<Result> results = form.entrySet().stream()
                .filter(field -> field.getKey().startsWith(MARK) && MARKS.containsKey(field.getValue()))
                .map(field -> carryOut(field.getKey().substring(MARK.length()), field.getValue(), comment, approver))
                .toList();
        if (results.isEmpty()) {
            throw ActionRefused.invalid("mark", "Nothing is marked. Mark projects with Accept, Reject or Retry first.");
        }
        return results;
    }

    /** Retries what failed because Xero was not connected, whether it is shown or not. */
    List<Result> retryNotConnected(Person approver) {
        return projects.failedWithoutConnection(approver).stream()
                .map(id -> carryOut(id.toString(), "retry", null, approver))
                .toList();
    }

    private Result carryOut(String exportId, String mark, String comment, Person approver) {
        UUID id = id(exportId);
        return PerItem.answer(
                () -> {
                    decide(id, mark, comment);
                    return new Result(id, mark, label(id, approver), ActionPages.done(MARKS.get(mark)), true);
                },
                errors -> new Result(id, mark, label(id, approver), messages(errors), false));
    }

    private void decide(UUID id, String mark, String comment) {
        switch (MARKS.get(mark)) {
            case ACCEPT -> process.accept(id, null);
            case REJECT -> process.reject(id, comment);
            case RETRY -> process.retry(id, JobChoice.NONE);
            default -> throw new IllegalStateException("No mark for it");
        }
    }

    private String label(UUID id, Person approver) {
        try {
            ProjectExport export = projects.details(id, approver).export();
            return export.project().number() + " " + export.project().name();
        } catch (ActionRefused notFound) {
            return id.toString();
        }
    }

    private static String messages(List<ErrorAnswer> errors) {
        return errors.stream().map(ErrorAnswer::message).collect(Collectors.joining(" "));
    }

    private static UUID id(String exportId) {
        try {
            return UUID.fromString(exportId);
        } catch (IllegalArgumentException e) {
            throw ActionRefused.notFound();
        }
    }
}
