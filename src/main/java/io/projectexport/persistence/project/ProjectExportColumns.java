package io.projectexport.persistence.project;

import static io.projectexport.persistence.sql.SqlValues.text;
import static io.projectexport.persistence.sql.SqlValues.timestamp;

import io.projectexport.export.project.Address;
import io.projectexport.export.project.Decision;
import io.projectexport.export.project.ExportStatus;
import io.projectexport.export.project.FurtherApproval;
import io.projectexport.export.project.Outcome;
import io.projectexport.export.project.Project;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.export.project.Submission;
import io.projectexport.export.text.SearchText;
import io.projectexport.persistence.sql.JsonColumn;
import io.projectexport.persistence.sql.SqlValues;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Writes a project export: a value for each column of {@code project_export}. {@link ProjectExportRowMapper} reads it. */
final class ProjectExportColumns {

    /** An index holds the searched text, and no entry of it may be longer than a third of a page. */
    private static final int MAX_NAME_SEARCHED = 100;

    private static final int MAX_SEARCHED = 850;

    private final Map<String, Object> values = new LinkedHashMap<>();

    private ProjectExportColumns() {}

    static Map<String, Object> of(ProjectExport export) {
        ProjectExportColumns columns = new ProjectExportColumns();
        columns.values.put("id", export.id());
        columns.values.put("status", export.status().name());
        columns.project(export.project());
        columns.submission(export.submission());
        if (export.decision() == null) {
            columns.decision(new Decision(null, null, null, null, null));
        } else {
            columns.decision(export.decision());
        }
        columns.outcome(export.outcome());
        columns.further(export.further());
        columns.derived(export);
        return columns.values;
    }

    private void project(Project project) {
        values.put("project_number", project.number());
        values.put("project_name", project.name());
        address(project.address());
        values.put("client", project.client());
        values.put("estimate_amount", project.estimateAmount());
        values.put("deadline", project.deadline());
    }

    private void address(Address address) {
        values.put("street", address.street());
        values.put("city", address.city());
        values.put("state", address.state());
        values.put("postal_code", address.postalCode());
        values.put("country", address.country());
    }

    private void submission(Submission submission) {
        values.put("submitter", submission.submitter());
        values.put("submitter_name", submission.submitterName());
        values.put("creator", submission.creator());
        values.put("creator_email", submission.creatorEmail());
        values.put("round", submission.round());
        values.put("submitted_at", timestamp(submission.submittedAt()));
    }

    private void decision(Decision decision) {
        values.put("decided_by", decision.by());
        values.put("decided_at", timestamp(decision.at()));
        values.put("contact_name", decision.contactName());
        values.put("approved_hash", decision.approvedHash());
        values.put("approved_organisation", decision.organisation());
    }

    private void outcome(Outcome outcome) {
        values.put("xero_job_id", SqlValues.jobId(outcome.job()));
        values.put("xero_job_url", SqlValues.jobUrl(outcome.job()));
        values.put("errors", JsonColumn.ERRORS.write(outcome.errors()));
        values.put(
                "failed_for",
                outcome.failedFor() == null ? null : outcome.failedFor().name());
        values.put("waiting_until", timestamp(outcome.waitingUntil()));
        values.put("waiting_for", text(outcome.waitingFor()));
    }

    private void further(FurtherApproval further) {
        values.put("further_step", further.step());
        values.put("further_groups", SqlValues.list(further.groups()));
        values.put("further_audience", further.audience());
        values.put("further_by", SqlValues.list(further.by()));
    }

    private void derived(ProjectExport export) {
        Project project = export.project();
        boolean live = export.status() != ExportStatus.WITHDRAWN;
        values.put("live_number", live ? Project.comparable(project.number()) : null);
        values.put("look_alike_key", project.lookAlikeKey());
        values.put("client_search", searched(project.client()));
        Submission submission = export.submission();
        values.put("submitter_search", searched(submission.submitter(), submission.submitterName()));
        values.put("search_text", cut(SearchText.of(searched(export)), MAX_SEARCHED));
    }

    private static Stream<String> searched(ProjectExport export) {
        Project project = export.project();
        Address address = project.address();
        return Stream.of(
                        project.number(),
                        project.name(),
                        project.client(),
                        export.submission().submitter(),
                        cut(export.submission().submitterName(), MAX_NAME_SEARCHED),
                        address.street(),
                        address.city(),
                        address.postalCode(),
                        address.state())
                .filter(Objects::nonNull);
    }

    /** One of them alone; null for nothing. */
    private static String searched(String... texts) {
        String text = SearchText.of(Stream.of(texts).filter(Objects::nonNull));
        return text.isEmpty() ? null : cut(text, MAX_SEARCHED);
    }

    private static String cut(String text, int longest) {
        return text.substring(0, Math.min(text.length(), longest));
    }
}
