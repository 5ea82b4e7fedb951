package io.projectexport.persistence.decision;

import io.projectexport.export.bulk.BatchRow;
import io.projectexport.export.decision.ConfirmedDecision;
import io.projectexport.export.decision.DecisionCount;
import io.projectexport.export.decision.Decisions;
import io.projectexport.export.permission.Action;
import io.projectexport.export.project.ExportStatus;
import io.projectexport.persistence.bulk.BatchTables;
import io.projectexport.persistence.bulk.JdbcBatches;
import io.projectexport.persistence.sql.FirstWriteWins;
import io.projectexport.persistence.sql.SqlValues;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Adapter of the port {@link Decisions}, in the tables {@code decision_batch} and {@code decision_row}. */
@Repository
class JdbcDecisions extends JdbcBatches<ConfirmedDecision> implements Decisions {

    private static final BatchTables<ConfirmedDecision> TABLES = new BatchTables<>(
            "decision_batch",
            "decision_row",
            "batch_id",
            "place",
            BatchRow.State.DONE.name(),
            List.of("action", "reason", "round"),
            new Columns());

    private static final String COUNTS = """
            select decided.action, decided.state, status, count(*) as decisions
            from decision_row decided join project_export on project_export.id = decided.export_id
            where decided.batch_id = ? group by decided.action, decided.state, status
            """;
    private static final String REFUSED =
            "select * from decision_row where batch_id = ? and state = 'REFUSED' order by place limit ?";

    private static final String FAILED = """
            select decided.export_id from decision_row decided join project_export on project_export.id = decided.export_id
            where decided.batch_id = ? and decided.state = 'DONE' and decided.action <> 'REJECT'
              and status = 'FAILED_TO_EXPORT'
            order by decided.place limit ?
            """;

    JdbcDecisions(JdbcClient jdbc, NamedParameterJdbcTemplate template, FirstWriteWins firstWriteWins) {
        super(jdbc, template, firstWriteWins, TABLES);
    }

    @Override
    public List<DecisionCount> counts(UUID batchId) {
        return sql(COUNTS)
                .param(batchId)
                .query((row, number) -> new DecisionCount(
                        Action.valueOf(row.getString("action")),
                        BatchRow.State.valueOf(row.getString("state")),
                        ExportStatus.valueOf(row.getString("status")),
                        row.getLong("decisions")))
                .list();
    }

    @Override
    public List<BatchRow<ConfirmedDecision>> refused(UUID batchId, int limit) {
        return sql(REFUSED).params(batchId, limit).query(this::row).list();
    }

    @Override
    public List<UUID> failedToExport(UUID batchId, int limit) {
        return sql(FAILED).params(batchId, limit).query(UUID.class).list();
    }

    /** What was confirmed, a value for each of its columns. */
    private static final class Columns implements BatchTables.WorkColumns<ConfirmedDecision> {

        @Override
        public void write(ConfirmedDecision decision, MapSqlParameterSource columns) {
            columns.addValue("action", decision.action().name())
                    .addValue("reason", SqlValues.text(decision.comment()))
                    .addValue("round", decision.round());
        }

        @Override
        public ConfirmedDecision read(ResultSet row) throws SQLException {
            return new ConfirmedDecision(
                    Action.valueOf(row.getString("action")), row.getString("reason"), row.getInt("round"));
        }
    }
}
