package io.projectexport.persistence;

import static io.projectexport.export.TestProjects.project;

import io.projectexport.export.project.Decision;
import io.projectexport.export.project.ExportStatus;
import io.projectexport.export.project.HistoryEntry;
import io.projectexport.export.project.Outcome;
import io.projectexport.export.project.Project;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.export.project.Submission;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Project exports to store. */
public final class TestExports {

    public static final Instant NOON = Instant.parse("2026-11-02T12:00:00.123456Z");
    public static final Outcome NO_OUTCOME = new Outcome(null, List.of(), null, null, null);

    private TestExports() {}

    public static ProjectExport ready(String number) {
        return ready(project(number, "Tower").build(), "paula", NOON);
    }

    public static ProjectExport ready(Project project, String submitter, Instant at) {
        Submission submission = new Submission(project, submitter, "Name of " + submitter, null, null, 1, at);
        return new ProjectExport(UUID.randomUUID(), submission, ExportStatus.READY_TO_EXPORT, null, NO_OUTCOME);
    }

    /** With a value in every component that a submission has. */
    public static ProjectExport full(String number) {
        Project project = project(number, "Ünïcode <b>Tower</b> & \"塔\" 🏗")
                .at("1 High St", "Springfield", "IL", "62701", "USA")
                .client("O'Brien; drop table")
                .estimate("999999999999.99")
                .deadline(LocalDate.of(2027, 3, 31))
                .build();
        Submission submission = new Submission(project, "paula", "Paula Łącka", "carl", "carl@example.com", 3, NOON);
        return new ProjectExport(UUID.randomUUID(), submission, ExportStatus.READY_TO_EXPORT, null, NO_OUTCOME);
    }

    public static ProjectExport with(ProjectExport export, ExportStatus status) {
        return with(export, status, export.decision(), export.outcome());
    }

    public static ProjectExport with(ProjectExport export, ExportStatus status, Decision decision, Outcome outcome) {
        return new ProjectExport(export.id(), export.submission(), status, decision, outcome);
    }

    public static HistoryEntry step(String what) {
        return new HistoryEntry(NOON, "paula", what, 1, null, null, null);
    }
}
