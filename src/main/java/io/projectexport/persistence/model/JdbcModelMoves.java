package io.projectexport.persistence.model;

import io.projectexport.export.bulk.BatchRow;
import io.projectexport.export.migration.ModelMoves;
import io.projectexport.export.migration.MoveTo;
import io.projectexport.persistence.bulk.BatchTables;
import io.projectexport.persistence.bulk.JdbcBatches;
import io.projectexport.persistence.sql.FirstWriteWins;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Adapter of the port {@link ModelMoves}, in the tables {@code model_move} and {@code model_move_row}. */
@Repository
class JdbcModelMoves extends JdbcBatches<MoveTo> implements ModelMoves {

    private static final BatchTables<MoveTo> TABLES = new BatchTables<>(
            "model_move",
            "model_move_row",
            "move_id",
            "place",
            BatchRow.State.DONE.name(),
            List.of("definition_id"),
            new Columns());

    JdbcModelMoves(JdbcClient jdbc, NamedParameterJdbcTemplate template, FirstWriteWins firstWriteWins) {
        super(jdbc, template, firstWriteWins, TABLES);
    }

    private static final class Columns implements BatchTables.WorkColumns<MoveTo> {

        @Override
        public void write(MoveTo move, MapSqlParameterSource columns) {
            columns.addValue("definition_id", move.definitionId());
        }

        @Override
        public MoveTo read(ResultSet row) throws SQLException {
            return new MoveTo(row.getString("definition_id"));
        }
    }
}
