package io.projectexport.mail;

import static io.projectexport.export.TestProjects.project;
import static io.projectexport.export.project.ExportStatus.SYNCED;

import io.projectexport.export.accounting.XeroJob;
import io.projectexport.export.notification.Rejection;
import io.projectexport.export.notification.RejectionNotice;
import io.projectexport.export.notification.ResubmissionNotice;
import io.projectexport.export.notification.XeroJobNotice;
import io.projectexport.export.project.ExportStatus;
import io.projectexport.export.project.Outcome;
import io.projectexport.export.project.Project;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.export.project.Submission;
import io.projectexport.export.summary.Summary;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Notices to send. */
final class MailSamples {

    static final UUID EXPORT_ID = UUID.fromString("8c6d8f5e-4f1b-4d39-9b4e-0e8a6a1c2b3d");

    private MailSamples() {}

    static RejectionNotice rejection() {
        return rejection("P-100", "Harbour Bridge", "Anna Approver", "The street is missing.\n\nPlease add it.");
    }

    static RejectionNotice rejection(String number, String name, String rejectedBy, String reason) {
        return rejection(number, name, rejectedBy, reason, "sam@example.com");
    }

    static RejectionNotice rejection(String number, String name, String rejectedBy, String reason, String recipient) {
        ProjectExport export = rejected(project(number, name).build());
        return new RejectionNotice("rejection-1-2-submitter", export, recipient, 2, rejectedBy, reason);
    }

    static ProjectExport forClient(String client, String estimate) {
        return rejected("P-100", "Harbour Bridge", client, estimate);
    }

    static ProjectExport rejected(String number, String name, String client, String estimate) {
        return rejected(project(number, name).client(client).estimate(estimate).build());
    }

    private static ProjectExport rejected(Project project) {
        Submission submission =
                new Submission(project, "sam", "Sam Submitter", "sam", "sam@example.com", 2, Instant.EPOCH);
        Outcome none = new Outcome(null, List.of(), null, null, null);
        return new ProjectExport(EXPORT_ID, submission, ExportStatus.REJECTED, null, none);
    }

    static XeroJobNotice sync(String number, String name, String acceptedBy) {
        Outcome linked =
                new Outcome(new XeroJob("job-1", "https://go.xero.com/job/1?a=b&c=d"), List.of(), null, null, null);
        ProjectExport export = new ProjectExport(
                EXPORT_ID, rejection(number, name, "Anna", "No.").export().submission(), SYNCED, null, linked);
        return new XeroJobNotice("sync-1", export, "sam@example.com", acceptedBy);
    }

    static ResubmissionNotice resubmission(String number, String name, String by, Rejection rejection) {
        ProjectExport export = rejection(number, name, "Anna", "No.").export();
        return new ResubmissionNotice("resubmission-1-2-anna", export, "anna@example.com", by, rejection);
    }

    static Summary summary(Summary.Waiting... waiting) {
        return summary("Anna Approver", "anna@example.com", waiting);
    }

    static Summary summary(String name, String recipient, Summary.Waiting... waiting) {
        LocalDate day = LocalDate.of(2026, 3, 30);
        return new Summary(
                "summary-2026-03-30-anna",
                recipient,
                name,
                List.of(),
                day,
                List.of(waiting),
                waiting.length,
                List.of(),
                "NZD");
    }

    static Summary.Waiting waiting(String number, String name, String submitter, String since) {
        return new Summary.Waiting(
                EXPORT_ID, number, name, submitter, "Harbour Council", new BigDecimal("12500.5"), Instant.parse(since));
    }

    static Summary.Waiting harbourBridge() {
        return waiting("P-100", "Harbour Bridge", "Sam Submitter", "2026-03-25T22:30:00Z");
    }
}
