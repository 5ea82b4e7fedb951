package io.projectexport.benchmark;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.DatabasePopulatorUtils;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** Fills the tables the way years of work do; the same rows in every run. */
final class ManyProjects {

    private static final List<String> SCRIPTS = List.of("many-projects.sql", "open-tasks.sql");
    private static final List<String> TABLES =
            List.of("project_export", "project_history", "export_attempt", "act_ru_execution", "act_ru_task");

    private final DataSource dataSource;
    private final JdbcClient database;

    ManyProjects(DataSource dataSource) {
        this.dataSource = dataSource;
        this.database = JdbcClient.create(dataSource);
    }

    /** Adds to the one project that was really submitted, and leaves the tables as autovacuum would. */
    void fill() {
        ResourceDatabasePopulator scripts = new ResourceDatabasePopulator();
        scripts.setSqlScriptEncoding(StandardCharsets.UTF_8.name());
        SCRIPTS.forEach(script -> scripts.addScript(new ClassPathResource("io/projectexport/benchmark/" + script)));
        DatabasePopulatorUtils.execute(scripts, dataSource);
        TABLES.forEach(table -> database.sql("vacuum (analyze) " + table).update());
    }

    /** How many rows there are in each status and in each table. */
    String rows() {
        String statuses = database
                .sql("select status, count(*) as n from project_export group by status order by n desc")
                .query((row, number) -> "%s %,d".formatted(row.getString("status"), row.getLong("n")))
                .list()
                .stream()
                .collect(Collectors.joining(", "));
        String tables = TABLES.stream()
                .map(table -> "%s %,d".formatted(table, rows(table)))
                .collect(Collectors.joining(", "));
        return statuses + "\n" + tables;
    }

    private long rows(String table) {
        return database.sql("select count(*) from " + table).query(Long.class).single();
    }
}
