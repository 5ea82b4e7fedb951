package io.projectexport.export.rehearsal;

import io.projectexport.export.TestProjects;
import io.projectexport.export.accounting.ExportFailure;
import io.projectexport.export.project.ExportStatus;
import io.projectexport.export.project.FurtherApproval;
import io.projectexport.export.project.HistoryStep;
import io.projectexport.export.project.Outcome;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.export.project.Submission;
import io.projectexport.export.rehearsal.PastProject.PastStep;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Builds finished projects with what happened to them, an hour between any two things. */
final class TestPast {

    private static final Instant BEGIN = Instant.parse("2026-03-02T08:00:00Z");

    private final TestProjects project;
    private final List<PastStep> steps = new ArrayList<>();
    private Instant now = BEGIN;

    private TestPast(TestProjects project) {
        this.project = project;
        did(HistoryStep.SUBMITTED);
    }

    static TestPast submitted(String number) {
        return submitted(TestProjects.project(number, "Pier " + number));
    }

    static TestPast submitted(TestProjects project) {
        return new TestPast(project);
    }

    TestPast did(HistoryStep... kinds) {
        for (HistoryStep kind : kinds) {
            boolean isBySystem = kind == HistoryStep.SYNCED;
            add(new PastStep(kind, now, isBySystem, null));
        }
        return this;
    }

    TestPast bySystem(HistoryStep kind) {
        add(new PastStep(kind, now, true, null));
        return this;
    }

    /** @param reason null where it was not kept */
    TestPast failed(ExportFailure.Reason reason) {
        add(new PastStep(HistoryStep.FAILED_TO_EXPORT, now, true, reason));
        return this;
    }

    TestPast after(Duration pause) {
        now = now.plus(pause);
        return this;
    }

    private void add(PastStep step) {
        steps.add(step);
        now = now.plus(Duration.ofHours(1));
    }

    PastProject build() {
        PastStep last = steps.get(steps.size() - 1);
        ExportStatus status = last.leadsTo();
        int round = (int) steps.stream()
                .filter(step -> step.leadsTo() == ExportStatus.READY_TO_EXPORT)
                .count();
        Submission submission =
                new Submission(project.build(), "sam", "Sam Submitter", null, "sam@example.com", round, BEGIN);
        return new PastProject(
                new ProjectExport(UUID.randomUUID(), submission, status, null, Outcome.NONE, FurtherApproval.NONE),
                steps);
    }
}
