package io.projectexport.persistence.project;

import io.projectexport.export.reasons.StandardReasons;
import io.projectexport.persistence.sql.JsonColumn;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Adapter of the port {@link StandardReasons}, in the one row of the table {@code standard_reasons}. */
@Repository
@Transactional
class JdbcStandardReasons implements StandardReasons {

    private final JdbcClient jdbc;

    JdbcStandardReasons(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Stored read() {
        return jdbc.sql("select version, reasons from standard_reasons where id = 1")
                .query((row, number) ->
                        new Stored(row.getInt("version"), JsonColumn.MESSAGES.read(row.getString("reasons"))))
                .single();
    }

    @Override
    public boolean replace(int version, List<String> reasons) {
        return jdbc.sql("update standard_reasons set reasons = ?, version = version + 1 where id = 1 and version = ?")
                        .params(JsonColumn.MESSAGES.write(reasons), version)
                        .update()
                == 1;
    }
}
