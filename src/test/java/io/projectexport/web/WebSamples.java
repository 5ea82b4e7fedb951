package io.projectexport.web;

import static io.projectexport.export.TestProjects.project;

import io.projectexport.export.accounting.ExportError;
import io.projectexport.export.accounting.ExportFailure;
import io.projectexport.export.accounting.FoundJob;
import io.projectexport.export.accounting.XeroJob;
import io.projectexport.export.permission.Action;
import io.projectexport.export.permission.WaitingPlace;
import io.projectexport.export.project.Decision;
import io.projectexport.export.project.ExportStatus;
import io.projectexport.export.project.HistoryEntry;
import io.projectexport.export.project.Outcome;
import io.projectexport.export.project.Project;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.export.project.Submission;
import io.projectexport.export.query.ReadProject.Details;
import io.projectexport.export.waiting.ProcessPosition;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Project exports to show. */
public final class WebSamples {

    public static final UUID ID = UUID.fromString("3f1c1b6a-6f0e-4f7e-9a54-0b5f7e0f9d11");
    static final Instant SUBMITTED = Instant.parse("2027-01-10T22:30:00Z");
    public static final Instant DECIDED = Instant.parse("2027-06-01T03:00:00Z");
    public static final String PREVIEW = "Name: P-7 - Harbour Bridge\nContact: Harbour Trust";

    public static final ProcessPosition AT_REVIEW = new ProcessPosition(
            true,
            false,
            List.of(new WaitingPlace("Review project", "accounting approvers")),
            Set.of(Action.values()),
            false);

    private WebSamples() {}

    public static ProjectExport ready() {
        return export(ExportStatus.READY_TO_EXPORT, null, new Outcome(null, List.of(), null, null, null));
    }

    /** One whose deadline was over when it was submitted. */
    public static ProjectExport late(ExportStatus status) {
        Project project = project("P-7", "Harbour Bridge")
                .deadline(LocalDate.of(2020, 1, 5))
                .build();
        Submission submission = new Submission(project, "sam", "Sam Taylor", "cleo", "cleo@example.com", 2, SUBMITTED);
        return new ProjectExport(ID, submission, status, null, Outcome.NONE);
    }

    public static ProjectExport synced() {
        XeroJob job = new XeroJob("xero-1", "https://go.xero.com/xero-1");
        return export(ExportStatus.SYNCED, acceptance(), new Outcome(job, List.of(), null, null, null));
    }

    public static ProjectExport failed() {
        return failed(
                ExportFailure.Reason.REFUSED, new ExportError("Contact is archived.", "Restore the contact in Xero."));
    }

    public static ProjectExport failed(ExportError other) {
        return failed(
                ExportFailure.Reason.REFUSED,
                new ExportError("Contact is archived.", "Restore the contact in Xero."),
                other);
    }

    public static ProjectExport rejected() {
        return export(ExportStatus.REJECTED, new Decision("anna", DECIDED, null, null, null), Outcome.NONE);
    }

    public static ProjectExport retrieved() {
        return export(ExportStatus.RETRIEVED, null, Outcome.NONE);
    }

    public static ProjectExport withdrawn() {
        return export(ExportStatus.WITHDRAWN, null, Outcome.NONE);
    }

    public static ProjectExport notConnected() {
        return failed(
                ExportFailure.Reason.NOT_CONNECTED,
                new ExportError("Xero is not connected.", "Have an administrator connect it."));
    }

    private static ProjectExport failed(ExportFailure.Reason reason, ExportError... errors) {
        Outcome outcome = new Outcome(null, List.of(errors), reason, null, null);
        return export(ExportStatus.FAILED_TO_EXPORT, acceptance(), outcome);
    }

    public static ProjectExport waiting() {
        return export(
                ExportStatus.EXPORTING,
                acceptance(),
                new Outcome(null, List.of(), null, DECIDED, "Xero's limit is used up"));
    }

    public static Details details(ProjectExport export, HistoryEntry... history) {
        return new Details(export, List.of(history), PREVIEW, Set.of(Action.ACCEPT), List.of(), AT_REVIEW);
    }

    public static Details details(ProjectExport export, Set<Action> actions) {
        return new Details(export, List.of(), PREVIEW, actions, List.of(), AT_REVIEW);
    }

    public static Details stranded() {
        return new Details(ready(), List.of(), PREVIEW, Set.of(), List.of(), ProcessPosition.ENDED);
    }

    public static Details elsewhere() {
        WaitingPlace director = new WaitingPlace("Confirm as director", "ERP administrators");
        return new Details(
                ready(),
                List.of(),
                PREVIEW,
                Set.of(),
                List.of(),
                new ProcessPosition(true, false, List.of(director), Set.of(), true));
    }

    public static Details failed(FoundJob... found) {
        return new Details(failed(), List.of(), PREVIEW, Set.of(Action.RETRY), List.of(found), AT_REVIEW);
    }

    public static HistoryEntry step(String what, String comment, String error, String xeroJobId) {
        return new HistoryEntry(SUBMITTED, "sam", what, 2, comment, error, xeroJobId);
    }

    private static Decision acceptance() {
        return new Decision("anna", DECIDED, "Harbour Trust", "hash", null);
    }

    private static ProjectExport export(ExportStatus status, Decision decision, Outcome outcome) {
        Project project = project("P-7", "Harbour Bridge")
                .at("1 Quay St", "Sydney", "NSW", "2000", "Australia")
                .client("Harbour Trust")
                .estimate("12500.50")
                .deadline(LocalDate.of(2027, 3, 31))
                .build();
        Submission submission = new Submission(project, "sam", "Sam Taylor", "cleo", "cleo@example.com", 2, SUBMITTED);
        return new ProjectExport(ID, submission, status, decision, outcome);
    }
}
