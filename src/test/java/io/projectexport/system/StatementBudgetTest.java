package io.projectexport.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What each step of a project's way may ask of PostgreSQL, counted there: statements, rows of a batch that are sent as one counted as one, and
 * transactions, those of a single statement included. Who needs more has to say why, and raises the budget here.
 */
class StatementBudgetTest {

    private static final int TIMES = 10;
    private static final int CONNECTIONS = 6;

    /** What the engine does by itself meanwhile, as its clean-up. */
    private static final int NOISE = 9;

    /** Milliseconds for which the pool trusts a connection; its questions whether one lives are transactions, and the more the slower the machine is. */
    private static final String TRUSTED_FOR = "com.zaxxer.hikari.aliveBypassWindowMs";

    /** Longer than PostgreSQL keeps counts to itself. */
    private static final Duration UNTIL_COUNTED = Duration.ofMillis(1_100);

    private static final Duration IDLE = Duration.ofMillis(300);

    private static final String STATEMENTS = """
            select coalesce(sum(calls), 0) from pg_stat_statements
            where dbid = (select oid from pg_database where datname = 'postgres')
              and query !~* '^(begin|commit|rollback|set|show|select pg_stat)' and query not like '%RES.EXCLUSIVE_ from ACT_RU_JOB%'
            """;

    /** Each is a transaction of its own, and no step's. */
    private static final String LOOKS_FOR_JOBS =
            "select coalesce(sum(calls), 0) from pg_stat_statements where query like '%RES.EXCLUSIVE_ from ACT_RU_JOB%'";

    private static final String COMMITS = "select xact_commit from pg_stat_database where datname = 'postgres'";

    private static EmbeddedPostgres postgres;
    private static RunningApplication application;
    private static SubmittedProjects projects;
    private static JdbcClient counts;

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.builder()
                .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                // its transactions would be counted as ours
                .setServerConfig("autovacuum", "off")
                .start();
        counts = JdbcClient.create(postgres.getDatabase("postgres", "template1"));
        counts.sql("create extension pg_stat_statements").update();
        System.setProperty(TRUSTED_FOR, "600000");
        application = new RunningApplication(
                postgres.getJdbcUrl("postgres", "postgres"),
                "daily-summary.cron=0 0 0 29 2 *",
                "spring.datasource.hikari.maximum-pool-size=" + CONNECTIONS,
                // all of them are taken at times, for longer where the machine is slow
                "spring.datasource.hikari.connection-timeout=60000");
        System.clearProperty(TRUSTED_FOR);
        application.stopScheduledWork();
        application.user("team", "portfolio");
        application.user("anna", "erp-standard", "can-push-to-accounting");
        projects = new SubmittedProjects(application);
        // what is asked once, as for the model, is no step's
        accept(projects.submit("team", "Warm up"));
        reject(projects.submit("team", "Warm up again"));
    }

    @AfterAll
    static void stop() throws IOException {
        application.close();
        postgres.close();
    }

    @Test
    void submission() {
        assertWithin(19, 2, i -> projects.submit("team", "Budget " + i));
    }

    @Test
    void submission_of_25_in_one_call() {
        assertWithin(25 * 10, 4, i -> {
            HttpAnswer answer = application.as("team").post("/api/projects/bulk", rows("Bulk", 25));
            assertThat(answer.body()).contains("\"row\":25").doesNotContain("\"status\":null");
        });
    }

    @Test
    void rows_of_a_file_in_the_background() {
        FormBrowser browser = new FormBrowser(application.url());
        browser.logIn("team", RunningApplication.PASSWORD);
        upload(browser, 25 * (1 + TIMES));
        application
                .database()
                .sql("update upload set submitted_at = submitted_at - interval '1 hour'")
                .update();

        // a slow machine makes its chunks smaller
        assertWithin(25 * 13, 25, i -> goOn(25 * (2 + i)));
    }

    private static void goOn(int rows) {
        while (uploaded() < rows) {
            application.goOnWithUploads();
        }
    }

    private static void upload(FormBrowser browser, int number) {
        String csv = rows("Upload", number).stream()
                .map(row -> row.get("projectNumber") + "," + row.get("projectName"))
                .collect(Collectors.joining("\n", "projectNumber,projectName\n", "\n"));
        assertThat(browser.post("/jobs/upload", "/jobs/upload/submit", Map.of("csv", csv))
                        .statusCode())
                .isEqualTo(302);
    }

    private static long uploaded() {
        return application
                .database()
                .sql("select count(*) from upload_row where state = 'SUBMITTED'")
                .query(Long.class)
                .single();
    }

    private static List<Map<String, Object>> rows(String name, int number) {
        return IntStream.rangeClosed(1, number)
                .mapToObj(i -> SubmittedProjects.fields(name + " " + i))
                .toList();
    }

    @Test
    void look_at_a_project() {
        String id = projects.submit("team", "Found");

        // two of them for where its process waits
        assertWithin(7, 3, i -> application.as("anna").get("/api/projects/" + id));
    }

    @Test
    void acceptance_and_its_export() {
        List<String> ids = submitted();

        assertWithin(74, 10, i -> accept(ids.get(i)));
    }

    @Test
    void rejection_and_its_mails() {
        // of somebody else each, so that each is told by a mail of its own
        List<String> ids = IntStream.range(0, TIMES)
                .mapToObj(i -> projects.submit(application.user("team-" + i, "portfolio"), "Rejected " + i))
                .toList();

        // two and one of them for knowing which rejections are told together, another for whether a mail is for
        // somebody who was deactivated
        assertWithin(100, 12, i -> reject(ids.get(i)));
    }

    @Test
    void resubmission() {
        List<String> ids = submitted();
        // those after the first are told together, later
        ids.forEach(StatementBudgetTest::rejectWithoutMail);

        assertWithin(
                77, 7, i -> application.as("team").post("/api/projects/%s/resubmit".formatted(ids.get(i)), Map.of()));
    }

    private static List<String> submitted() {
        return IntStream.range(0, TIMES)
                .mapToObj(i -> projects.submit("team", "Decided " + i))
                .toList();
    }

    private static void accept(String id) {
        int before = application.xero().projects().all().size();
        assertOk(application.as("anna").post("/api/projects/%s/accept".formatted(id)));
        await().until(() -> application.xero().projects().all().size() > before);
    }

    private static void reject(String id) {
        int before = application.mail().mails().size();
        rejectWithoutMail(id);
        await().until(() -> application.mail().mails().size() > before);
    }

    private static void rejectWithoutMail(String id) {
        assertOk(application.as("anna").post("/api/projects/%s/reject".formatted(id), Map.of("comment", "Too high.")));
    }

    private static void assertOk(HttpAnswer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    /** Counts of several together, so that what belongs to none of them weighs little. */
    private static void assertWithin(int statements, int transactions, IntConsumer step) {
        haveCounted();
        long commits = count(COMMITS);
        counts.sql("select pg_stat_statements_reset()").query(Object.class).list();
        IntStream.range(0, TIMES).forEach(step);
        haveCounted();
        long committed = count(COMMITS) - commits - CONNECTIONS - count(LOOKS_FOR_JOBS);

        assertThat(count(STATEMENTS))
                .as("statements of %d times", TIMES)
                .isLessThanOrEqualTo(statements * TIMES + NOISE);
        assertThat(committed).as("transactions of %d times", TIMES).isLessThanOrEqualTo(transactions * TIMES + NOISE);
    }

    private static long count(String sql) {
        return counts.sql(sql).query(Long.class).single();
    }

    /** Has each connection of the pool tell what it did, which is one statement and transaction of each. */
    private static void haveCounted() {
        pause();
        // a job that waits for its second connection would wait for those that are held here
        await().atMost(Duration.ofMinutes(1)).during(IDLE).until(StatementBudgetTest::isIdle);
        List<Connection> all = new ArrayList<>();
        try {
            for (int i = 0; i < CONNECTIONS; i++) {
                Connection connection = application.pool().getConnection();
                all.add(connection);
                connection.createStatement().execute("select pg_stat_force_next_flush()");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } finally {
            all.forEach(StatementBudgetTest::giveBack);
        }
        pause();
    }

    private static boolean isIdle() throws SQLException {
        HikariPoolMXBean pool =
                application.pool().unwrap(HikariDataSource.class).getHikariPoolMXBean();
        return pool.getActiveConnections() == 0;
    }

    private static void giveBack(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(UNTIL_COUNTED.toMillis());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
