package io.projectexport.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What each step of a project's way may ask of PostgreSQL, counted there: statements, rows of a batch that are sent as one counted as one, and
 * transactions, those of a single statement included. Who needs more has to say why and raise the budget here.
 */
class StatementBudgetTest {

    private static final int TIMES = 10;

    private static EmbeddedPostgres postgres;
    private static RunningApplication application;
    private static JdbcClient counts;
    private static SubmittedProjects projects;

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.builder()
                .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                .start();
        application = new RunningApplication(
                postgres.getJdbcUrl("postgres", "postgres"),
                "daily-summary.cron=0 0 0 29 2 *",
                "camunda.bpm.job-execution.core-pool-size=2",
                "camunda.bpm.job-execution.max-pool-size=2",
                "spring.datasource.hikari.maximum-pool-size=" + CONNECTIONS);
        application.stopScheduledWork();
        application.user("team", "portfolio");
        application.user("anna", "erp-standard", "can-push-to-accounting");
        projects = new SubmittedProjects(application);
        counts = JdbcClient.create(postgres.getDatabase("postgres", "template1"));
        counts.sql("create extension pg_stat_statements").update();
        // statements of the first time, as looks at the model, are no step's
        accept(projects.submit("team", "Warm up"));
    }

    private static final int CONNECTIONS = 6;

    @AfterAll
    static void stop() throws IOException {
        application.close();
        postgres.close();
    }

    @Test
    void submission() {
        Spent spent = spent(i -> projects.submit("team", "Budget " + i));
        System.out.println("SUBMIT " + spent);
        System.out.println(String.join("\n", spent.most()));
    }

    @Test
    void finding() {
        String id = projects.submit("team", "Found");
        Spent spent = spent(i -> application.as("anna").get("/api/projects/" + id));
        System.out.println("FIND " + spent);
        System.out.println(String.join("\n", spent.most()));
    }

    @Test
    void acceptance_with_its_export() {
        List<String> ids = IntStream.range(0, TIMES)
                .mapToObj(i -> projects.submit("team", "Accepted " + i))
                .toList();
        Spent spent = spent(i -> accept(ids.get(i)));
        System.out.println("ACCEPT " + spent);
        System.out.println(String.join("\n", spent.most()));
    }

    private static void accept(String id) {
        int before = application.xero().projects().all().size();
        HttpAnswer answer = application.as("anna").post("/api/projects/%s/accept".formatted(id));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        await().until(() -> application.xero().projects().all().size() > before);
    }

    private record Spent(double statements, double transactions, List<String> most) {
        @Override
        public String toString() {
            return statements + " statements, " + transactions + " transactions";
        }
    }

    private static Spent spent(Consumer<Integer> step) {
        settle();
        long commits = commits();
        counts.sql("select pg_stat_statements_reset()").query(String.class).list();
        IntStream.range(0, TIMES).forEach(step::accept);
        settle();
        List<String> most = new ArrayList<>();
        AtomicInteger sum = new AtomicInteger();
        AtomicInteger looks = new AtomicInteger();
        counts.sql(
                        "select calls, query from pg_stat_statements where dbid = (select oid from pg_database where datname = 'postgres') order by calls desc")
                .query(row -> {
                    String query = row.getString(2).replaceAll("\\s+", " ");
                    if (query.contains("RES.PROCESS_INSTANCE_ID_, RES.EXCLUSIVE_")) {
                        looks.addAndGet(row.getInt(1));
                    } else if (!query.matches("(?i)(begin|commit|rollback|set |show).*")
                            && !query.contains("pg_stat")) {
                        sum.addAndGet(row.getInt(1));
                    }
                    most.add("%6.2f %s"
                            .formatted(
                                    row.getInt(1) / (double) TIMES, query.substring(0, Math.min(150, query.length()))));
                });
        return new Spent(
                sum.get() / (double) TIMES, (commits() - commits - CONNECTIONS - looks.get()) / (double) TIMES, most);
    }

    private static void sleep() {
        try {
            Thread.sleep(1200);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long commits() {
        return counts.sql("select xact_commit from pg_stat_database where datname = 'postgres'")
                .query(Long.class)
                .single();
    }

    /** Has each connection of the pool tell what it did. */
    private static void settle() {
        sleep();
        DataSource pool = application.pool();
        List<Connection> all = new ArrayList<>();
        try {
            for (int i = 0; i < CONNECTIONS; i++) {
                Connection connection = pool.getConnection();
                all.add(connection);
                connection.createStatement().execute("select pg_stat_force_next_flush()");
            }
            for (Connection connection : all) {
                connection.close();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        sleep();
    }
}
