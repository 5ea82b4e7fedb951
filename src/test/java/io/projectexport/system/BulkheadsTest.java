package io.projectexport.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.projectexport.local.ShownMail;
import io.projectexport.sandbox.Fault;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A system outside that hangs stops nothing that does not need it. */
class BulkheadsTest {

    private static final Duration SOON = Duration.ofSeconds(25);

    private static EmbeddedPostgres postgres;
    private static ProcessEngine engineBefore;

    @BeforeAll
    static void database() throws IOException {
        engineBefore = ProcessEngines.getProcessEngines().get(ProcessEngines.NAME_DEFAULT);
        postgres = EmbeddedPostgres.start();
    }

    @AfterAll
    static void cleanUp() throws IOException {
        postgres.close();
        if (engineBefore != null) {
            ProcessEngines.registerProcessEngine(engineBefore);
        }
    }

    /** On a database of its own. */
    private static RunningApplication application(String database, String... settings) {
        JdbcClient.create(postgres.getPostgresDatabase())
                .sql("create database " + database)
                .update();
        String[] all = Stream.concat(
                        // nobody waits at the end for what hangs
                        Stream.of("spring.lifecycle.timeout-per-shutdown-phase=1s", "xero.read-timeout=20s"),
                        Arrays.stream(settings))
                .toArray(String[]::new);
        RunningApplication application = new RunningApplication(postgres.getJdbcUrl("postgres", database), all);
        application.user("team", "portfolio");
        application.user("anna", "erp-standard", "can-push-to-accounting");
        return application;
    }

    @Test
    void a_mail_server_that_never_answers_stops_no_export_and_loses_and_doubles_no_mail() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1000, InetAddress.getByName("127.0.0.1"));
                RunningApplication application = application("silent_mail", "xero.concurrent-calls=5")) {
            SubmittedProjects projects = new SubmittedProjects(application);
            // each has readers of its own, to whom it is no rejection of several
            List<String> rejected = IntStream.range(0, 15)
                    .mapToObj(i -> {
                        application.user("team" + i, "portfolio");
                        return submit(projects, "team" + i, "boss%d@example.com".formatted(i));
                    })
                    .toList();
            application.mailServerIsAt(silent.getLocalPort());
            rejectAll(application, rejected);

            List<String> accepted =
                    IntStream.range(0, 5).mapToObj(i -> submit(projects)).toList();
            acceptAll(application, accepted);

            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(accepted)
                            .allSatisfy(id -> assertThat(projects.status(id)).isEqualTo("SYNCED")));
            assertThat(application.mail().mails()).isEmpty();
            // who was only put off has lost no try and failed at nothing
            assertThat(waitingMails(
                            application, "exception_msg_ is null and job.retries_ = 14 and job.duedate_ is not null"))
                    .isPositive();
            assertThat(waitingMails(application, "retries_ > 0")).isEqualTo(30);

            application.mailServerIsBack();
            await().atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(() -> {
                        tryAgainNow(application);
                        assertThat(waitingMails(application, "true")).isZero();
                    });
            assertThat(application.mail().mails()).hasSize(30);
            assertThat(messageIds(application)).hasSize(30);
        }
    }

    @Test
    void a_job_that_belongs_to_no_element_of_a_model_runs_like_any_other_and_clears_old_paths_away() {
        try (RunningApplication application = application("clean_up")) {
            SubmittedProjects projects = new SubmittedProjects(application);
            List<String> withdrawn =
                    IntStream.range(0, 2).mapToObj(i -> submit(projects)).toList();
            withdrawn.forEach(id -> {
                application.as("team").post("/api/projects/%s/retrieve".formatted(id));
                application.as("team").post("/api/projects/%s/withdraw".formatted(id));
            });
            String waiting = submit(projects);
            JdbcClient database = JdbcClient.create(postgres.getDatabase("postgres", "clean_up"));
            database.sql(
                            "update act_hi_procinst set end_time_ = end_time_ - interval '181' day where proc_inst_id_ = ?")
                    .param(withdrawn.get(0))
                    .update();

            application.as(RunningApplication.ADMIN).post("/engine-rest/history/cleanup?immediatelyDue=true");

            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(paths(database)).containsOnly(withdrawn.get(1), waiting));
            assertThat(database.sql("select count(*) from act_hi_job_log where job_def_type_ = 'history-cleanup'")
                            .query(Long.class)
                            .single())
                    .as("failures")
                    .isZero();
            assertThat(application
                            .as("team")
                            .get("/api/projects/" + withdrawn.get(0))
                            .body())
                    .contains("Withdrawn");
        }
    }

    private static List<String> paths(JdbcClient database) {
        return database.sql("select distinct proc_inst_id_ from act_hi_actinst where proc_def_key_ = 'project-export'")
                .query(String.class)
                .list();
    }

    @Test
    void a_xero_that_never_answers_stops_no_mail() {
        try (RunningApplication application = application("silent_xero", "xero.concurrent-calls=20")) {
            SubmittedProjects projects = new SubmittedProjects(application);
            List<String> accepted =
                    IntStream.range(0, 25).mapToObj(i -> submit(projects)).toList();
            String rejected = submit(projects);
            application.mail().clear();
            application.xero().always(request -> true, Fault.hang(Duration.ofSeconds(40)));
            acceptAll(application, accepted);
            await().atMost(SOON)
                    .until(() -> !application.xero().requests(request -> true).isEmpty());

            rejectAll(application, List.of(rejected));

            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(application.mail().mails()).hasSize(2));
            assertThat(accepted)
                    .allSatisfy(id -> assertThat(projects.status(id)).isEqualTo("EXPORTING"));
        }
    }

    /** The creator is not the submitter, so that two are told about its rejection. */
    private static String submit(SubmittedProjects projects) {
        return submit(projects, "team", "boss@example.com");
    }

    private static String submit(SubmittedProjects projects, String submitter, String creatorEmail) {
        Map<String, Object> fields = new HashMap<>(SubmittedProjects.fields("Bulkhead"));
        fields.put("creatorEmail", creatorEmail);
        return projects.submit(submitter, fields);
    }

    private static void acceptAll(RunningApplication application, List<String> exportIds) {
        assertThat(application
                        .as("anna")
                        .post("/api/projects/accept", Map.of("exportIds", exportIds))
                        .isOk())
                .isTrue();
    }

    private static void rejectAll(RunningApplication application, List<String> exportIds) {
        assertThat(application
                        .as("anna")
                        .post("/api/projects/reject", Map.of("exportIds", exportIds, "comment", "Too dear."))
                        .isOk())
                .isTrue();
    }

    private static int waitingMails(RunningApplication application, String which) {
        return application
                .database()
                .sql("""
                        select count(*) from act_ru_job job join act_ru_jobdef definition on definition.id_ = job.job_def_id_
                        where definition.act_id_ = 'serviceTask_notifyAboutRejection' and job.%s""".formatted(which.equals("true") ? "id_ is not null" : which))
                .query(Integer.class)
                .single();
    }

    /** Instead of waiting for the time at which a failed mail is tried again. */
    private static void tryAgainNow(RunningApplication application) {
        application
                .database()
                .sql("update act_ru_job set duedate_ = null where lock_owner_ is null and exception_msg_ is not null")
                .update();
    }

    private static Set<String> messageIds(RunningApplication application) {
        return application.mail().mails().stream().map(ShownMail::messageId).collect(Collectors.toSet());
    }
}
