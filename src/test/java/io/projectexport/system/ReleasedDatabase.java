package io.projectexport.system;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.zip.GZIPInputStream;

/** The database as an earlier release left it; none of its jobs starts by itself. */
final class ReleasedDatabase {

    private static final String DUMP = "/released/1.0.0/database.sql.gz";

    /** An installation has run longer than any test, so that the classes of these migrations lie elsewhere by now. */
    private static final String MOVED_MIGRATIONS =
            "update public.flyway_schema_history set script = replace(script, 'io.projectexport', 'earlier') where type = 'JDBC'";

    private static final String HELD_JOBS = "update public.act_ru_job set suspension_state_ = 2";

    private ReleasedDatabase() {}

    static void restore(EmbeddedPostgres postgres) throws IOException, SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(dump());
            statement.execute(MOVED_MIGRATIONS);
            statement.execute(HELD_JOBS);
        }
    }

    private static String dump() throws IOException {
        try (InputStream dump = new GZIPInputStream(ReleasedDatabase.class.getResourceAsStream(DUMP))) {
            return new String(dump.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
