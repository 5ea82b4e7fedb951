package io.projectexport.persistence.sql;

import java.util.Map;
import org.springframework.jdbc.JdbcUpdateAffectedIncorrectNumberOfRowsException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Write that must affect exactly one row, because one that is lost silently would break a promise. */
public final class SingleRowWrite {

    private SingleRowWrite() {}

    public static void write(JdbcClient jdbc, String sql, Map<String, ?> parameters) {
        int rows = jdbc.sql(sql).params(parameters).update();
        if (rows != 1) {
            throw new JdbcUpdateAffectedIncorrectNumberOfRowsException(sql, 1, rows);
        }
    }
}
