package io.projectexport.persistence.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/**
 * Brings the engine's schema to one version with the scripts from the engine's own jar, so that nothing of Camunda's is copied here.
 *
 * <p>A later engine is one more subclass, which names the scripts in {@code upgrade/}.
 */
abstract class CamundaMigration extends BaseJavaMigration {

    /** Where the engine's jar keeps them. */
    private static final String SCRIPTS = "org/camunda/bpm/engine/db/";

    private final String version;
    private final List<String> scripts;

    /**
     * A step to a version.
     *
     * @param version as Camunda's scripts write it to {@code ACT_GE_SCHEMA_LOG}, for example "7.24.0"
     * @param scripts below the engine's own folder, in their order; "{db}" stands for the database
     */
    CamundaMigration(String version, String... scripts) {
        this.version = version;
        this.scripts = List.of(scripts);
    }

    @Override
    public final void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        String database = database(connection);
        // a jar with a later engine creates the later schema at once, and must not upgrade to it again
        if (!isReached(connection)) {
            for (String script : scripts) {
                ScriptUtils.executeSqlScript(
                        connection, new ClassPathResource(SCRIPTS + script.replace("{db}", database)));
            }
        }
    }

    private boolean isReached(Connection connection) {
        JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        return exists(
                        jdbc,
                        "information_schema.tables where table_schema = current_schema"
                                + " and lower(table_name) = 'act_ge_schema_log'")
                && exists(jdbc, "ACT_GE_SCHEMA_LOG where VERSION_ = '%s'".formatted(version));
    }

    private static boolean exists(JdbcClient jdbc, String rows) {
        return jdbc.sql("select count(*) > 0 from " + rows).query(Boolean.class).single();
    }

    private static String database(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        return switch (product) {
            case "PostgreSQL" -> "postgres";
            case "H2" -> "h2";
            default -> throw new IllegalStateException("Use PostgreSQL; %s is not supported.".formatted(product));
        };
    }
}
