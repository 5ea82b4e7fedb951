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
public final class ManyProjects {

    private static final List<String> SCRIPTS = List.of("many-projects.sql", "open-tasks.sql");
    private static final List<String> TABLES = List.of(
            "project_export",
            "project_history",
            "export_attempt",
            "act_ru_execution",
            "act_ru_task",
            "act_ru_identitylink",
            "act_ru_variable",
            "act_ru_event_subscr",
            "act_ru_job",
            "act_hi_procinst",
            "act_hi_actinst");

    private final DataSource dataSource;
    private final JdbcClient database;

    private final List<Share> shares;

    /**
     * Not filled yet.
     *
     * @param synced how many got to Xero over the years
     * @param waiting how many wait for a decision
     */
    public ManyProjects(DataSource dataSource, int synced, int waiting) {
        this.dataSource = dataSource;
        this.database = JdbcClient.create(dataSource);
        this.shares = List.of(
                new Share("SYNCED", synced, 1800, 1),
                new Share("READY_TO_EXPORT", waiting, 60, 0),
                new Share("EXPORTING", 20, 1, 0),
                new Share("FAILED_TO_EXPORT", 150, 90, 0),
                new Share("REJECTED", 800, 400, 0),
                new Share("RETRIEVED", 60, 90, 0),
                new Share("WITHDRAWN", 500, 1800, 0));
    }

    /**
     * How many have a status.
     *
     * @param oldest how many days ago the first of them was submitted
     * @param newest how many days ago the last
     */
    private record Share(String status, int count, int oldest, int newest) {}

    /** Adds to the one project that was really submitted, and leaves the tables as autovacuum would. */
    public void fill() {
        addShares();
        SCRIPTS.forEach(this::run);
        vacuum();
    }

    /** Adds the engine's history of all of them, as copies of a project that waits and one that got to Xero. */
    public void fillHistory() {
        run("engine-history.sql");
        vacuum();
    }

    private void addShares() {
        database.sql("create table share_of_projects (status text, first int, last int, oldest int, newest int)")
                .update();
        int last = 0;
        for (Share share : shares) {
            database.sql("insert into share_of_projects values (?, ?, ?, ?, ?)")
                    .params(share.status(), last + 1, last + share.count(), share.oldest(), share.newest())
                    .update();
            last += share.count();
        }
    }

    private void run(String script) {
        ResourceDatabasePopulator scripts =
                new ResourceDatabasePopulator(new ClassPathResource("io/projectexport/benchmark/" + script));
        scripts.setSqlScriptEncoding(StandardCharsets.UTF_8.name());
        DatabasePopulatorUtils.execute(scripts, dataSource);
    }

    private void vacuum() {
        TABLES.forEach(table -> database.sql("vacuum (analyze) " + table).update());
    }

    /** How many rows there are in each status and in each table. */
    public String rows() {
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
