package io.projectexport.persistence.bulk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/**
 * The two tables of one kind of batches.
 *
 * @param <W> what is to be done in a row
 * @param batch table of batches
 * @param row table of their rows
 * @param batchId column of rows that names their batch
 * @param number column of rows by which they are ordered
 * @param done word for a row that went through
 * @param work columns of rows with what is to be done
 */
public record BatchTables<W>(
        String batch,
        String row,
        String batchId,
        String number,
        String done,
        List<String> work,
        WorkColumns<W> columns) {

    /** Writes what is to be done in a row, a value for each of its columns, and reads it again. */
    public interface WorkColumns<W> {

        void write(W work, MapSqlParameterSource columns);

        W read(ResultSet row) throws SQLException;
    }

    String sql(String template) {
        return template.replace("{batch}", batch)
                .replace("{row}", row)
                .replace("{batchId}", batchId)
                .replace("{number}", number)
                .replace("{work}", String.join(", ", work))
                .replace("{workValues}", ":" + String.join(", :", work));
    }
}
