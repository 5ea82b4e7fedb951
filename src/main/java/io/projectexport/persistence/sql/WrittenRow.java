package io.projectexport.persistence.sql;

import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.JdbcUpdateAffectedIncorrectNumberOfRowsException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Write of exactly one row, because one that is lost silently would break a promise; the statement answers with what is stored by now. */
@Component
public class WrittenRow {

    private final JdbcClient jdbc;
    private final String answering;

    public WrittenRow(JdbcClient jdbc, DataSource database) {
        this.jdbc = jdbc;
        answering = PostgreSql.is(database) ? "%s returning *" : "select * from final table (%s)";
    }

    public <T> T row(String write, Map<String, ?> parameters, RowMapper<T> mapper) {
        List<T> rows = jdbc.sql(answering.formatted(write))
                .params(parameters)
                .query(mapper)
                .list();
        if (rows.size() != 1) {
            throw new JdbcUpdateAffectedIncorrectNumberOfRowsException(write, 1, rows.size());
        }
        return rows.get(0);
    }
}
