package io.projectexport.persistence.project;

import static io.projectexport.persistence.sql.SqlValues.instant;

import io.projectexport.export.accounting.ExportFailure;
import io.projectexport.export.project.Address;
import io.projectexport.export.project.Decision;
import io.projectexport.export.project.ExportStatus;
import io.projectexport.export.project.FurtherApproval;
import io.projectexport.export.project.Outcome;
import io.projectexport.export.project.Project;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.export.project.Submission;
import io.projectexport.persistence.sql.JsonColumn;
import io.projectexport.persistence.sql.SqlValues;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;

/** Row mapper of {@code project_export}. */
final class ProjectExportRowMapper implements RowMapper<ProjectExport> {

    @Override
    public ProjectExport mapRow(ResultSet row, int rowNumber) throws SQLException {
        return new ProjectExport(
                row.getObject("id", UUID.class),
                submission(row),
                ExportStatus.valueOf(row.getString("status")),
                decision(row),
                outcome(row),
                further(row));
    }

    private static FurtherApproval further(ResultSet row) throws SQLException {
        return new FurtherApproval(
                row.getString("further_step"),
                SqlValues.set(row.getString("further_groups")),
                row.getString("further_audience"),
                SqlValues.set(row.getString("further_by")));
    }

    private static Submission submission(ResultSet row) throws SQLException {
        return new Submission(
                project(row),
                row.getString("submitter"),
                row.getString("submitter_name"),
                row.getString("creator"),
                row.getString("creator_email"),
                row.getInt("round"),
                instant(row, "submitted_at"));
    }

    private static Project project(ResultSet row) throws SQLException {
        return new Project(
                row.getString("project_number"),
                row.getString("project_name"),
                address(row),
                row.getString("client"),
                row.getBigDecimal("estimate_amount"),
                row.getObject("deadline", LocalDate.class));
    }

    private static Address address(ResultSet row) throws SQLException {
        return new Address(
                row.getString("street"),
                row.getString("city"),
                row.getString("state"),
                row.getString("postal_code"),
                row.getString("country"));
    }

    private static Decision decision(ResultSet row) throws SQLException {
        String by = row.getString("decided_by");
        return by == null
                ? null
                : new Decision(
                        by,
                        instant(row, "decided_at"),
                        row.getString("contact_name"),
                        row.getString("approved_hash"),
                        row.getString("approved_organisation"));
    }

    private static Outcome outcome(ResultSet row) throws SQLException {
        return new Outcome(
                SqlValues.job(row),
                JsonColumn.ERRORS.read(row.getString("errors")),
                reason(row.getString("failed_for")),
                instant(row, "waiting_until"),
                row.getString("waiting_for"));
    }

    private static ExportFailure.Reason reason(String name) {
        return name == null ? null : ExportFailure.Reason.valueOf(name);
    }
}
