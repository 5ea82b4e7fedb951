package io.projectexport.persistence.migration;

import io.projectexport.persistence.sql.PostgreSql;
import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/** Runs a script on PostgreSQL only, for what keeps the Jobs page quick with 100,000 projects; H2 is for trying the tool out. */
abstract class PostgreSqlMigration extends BaseJavaMigration {

    private static final String SCRIPTS = "db/postgresql/";

    private final String script;

    PostgreSqlMigration(String script) {
        this.script = script;
    }

    @Override
    public final void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        if (PostgreSql.is(connection)) {
            // in one piece, because a script can hold a block with statements of its own
            ScriptUtils.executeSqlScript(
                    connection,
                    new EncodedResource(new ClassPathResource(SCRIPTS + script)),
                    false,
                    false,
                    ScriptUtils.DEFAULT_COMMENT_PREFIX,
                    ScriptUtils.EOF_STATEMENT_SEPARATOR,
                    ScriptUtils.DEFAULT_BLOCK_COMMENT_START_DELIMITER,
                    ScriptUtils.DEFAULT_BLOCK_COMMENT_END_DELIMITER);
        }
    }
}
