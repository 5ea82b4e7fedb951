package io.projectexport.faults;

import io.projectexport.export.project.ExportStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One project export as our tables and the engine's show it at the same moment.
 *
 * @param jobId the linked job; null for none
 * @param errors as JSON
 * @param position the elements at which the engine stands, or the end event that it reached; null when it knows nothing of it
 * @param jobs how many jobs of the engine are going to move it on
 * @param incidents the engine's messages; null for none
 * @param history the steps, oldest first
 */
record ExportState(
        UUID id,
        ExportStatus status,
        String jobName,
        String jobId,
        String errors,
        String position,
        int jobs,
        String incidents,
        List<String> history) {

    private static final String ALL = """
            select e.id, e.status, e.project_number || ' - ' || e.project_name job_name, e.xero_job_id, e.errors,
                   coalesce(
                       (select end_act_id_ from act_hi_procinst where proc_inst_id_ = e.id::text),
                       (select string_agg(act_id_, '+') from act_ru_execution
                        where proc_inst_id_ = e.id::text and act_id_ is not null)) position,
                   (select count(*) from act_ru_job
                    where process_instance_id_ = e.id::text and retries_ > 0 and suspension_state_ = 1) jobs,
                   (select string_agg(coalesce(incident_msg_, incident_type_), '; ') from act_ru_incident
                    where proc_inst_id_ = e.id::text) incidents,
                   (select string_agg(what, ',' order by id) from project_history where export_id = e.id) history
            from project_export e
            order by e.project_number
            """;

    /** All of them, in one statement and so of one moment. */
    static List<ExportState> all(DataSource database) {
        return JdbcClient.create(database)
                .sql(ALL)
                .query((row, number) -> of(row))
                .list();
    }

    private static ExportState of(ResultSet row) throws SQLException {
        String history = row.getString("history");
        return new ExportState(
                row.getObject("id", UUID.class),
                ExportStatus.valueOf(row.getString("status")),
                row.getString("job_name"),
                row.getString("xero_job_id"),
                row.getString("errors"),
                row.getString("position"),
                row.getInt("jobs"),
                row.getString("incidents"),
                history == null ? List.of() : Arrays.asList(history.split(",")));
    }
}
