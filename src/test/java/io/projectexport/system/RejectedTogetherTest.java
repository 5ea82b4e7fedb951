package io.projectexport.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.projectexport.local.ShownMail;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people are told of rejections that come together, by an installation of two nodes. */
@ExtendWith(PreviousEngine.class)
class RejectedTogetherTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    private static EmbeddedPostgres postgres;
    private static RunningApplication one;
    private static RunningApplication two;

    private final SubmittedProjects projects = new SubmittedProjects(one);
    private final JdbcClient database = one.database();

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.start();
        one = node();
        two = node();
        one.user("anna", "erp-standard", "can-push-to-accounting");
    }

    @AfterAll
    static void stop() throws IOException {
        two.close();
        one.close();
        postgres.close();
    }

    private static RunningApplication node() {
        return new RunningApplication(
                postgres.getJdbcUrl("postgres", "postgres"),
                "daily-summary.cron=0 0 0 29 2 *",
                "camunda.bpm.webapp.enabled=false");
    }

    @Test
    void ten_rejected_in_one_action_are_one_mail_to_each_person_whichever_node_sends_it() {
        one.user("team", "portfolio");
        List<String> ids = IntStream.range(0, 10)
                .mapToObj(i -> submit("team", "Bridge " + i))
                .toList();
        reject(ids, "Too dear.");
        awaitLeft(20);
        assertThat(mailsTo("team@example.com")).as("more may come").isEmpty();
        passAMinute();

        for (String person : List.of("team@example.com", "creator-of-team@example.com")) {
            await().atMost(SOON).until(() -> !mailsTo(person).isEmpty());
            assertThat(mailsTo(person)).singleElement().satisfies(mail -> {
                assertThat(mail.subject()).isEqualTo("10 projects were rejected");
                assertThat(ids).allSatisfy(id -> assertThat(mail.text()).containsOnlyOnce("/jobs/" + id));
                assertThat(mail.text()).contains("Bridge 0", "Bridge 9", "Too dear.");
            });
        }
        assertNothingIsLeft();
    }

    @Test
    void one_alone_is_told_at_once_and_those_that_follow_within_a_minute_in_one_mail() {
        one.user("slow", "portfolio");
        reject(List.of(submit("slow", "First")), "The street is missing.");
        await().atMost(SOON).until(() -> mailsTo("slow@example.com").size() == 1);
        assertThat(mailsTo("slow@example.com").get(0).subject()).contains("\"First\" was rejected");

        reject(List.of(submit("slow", "Second")), "Too dear.");
        reject(List.of(submit("slow", "Third")), "Too vague.");
        awaitLeft(4);
        passAMinute();

        await().atMost(SOON).until(() -> mailsTo("slow@example.com").size() == 2);
        assertThat(mailsTo("slow@example.com").get(1).subject()).isEqualTo("2 projects were rejected");
        assertThat(mailsTo("slow@example.com").get(1).text())
                .contains("Second", "Too dear.", "Third", "Too vague.")
                .doesNotContain("First");
        assertNothingIsLeft();
    }

    @Test
    void mail_server_that_is_away_undoes_no_rejection_and_gets_the_mail_once_it_is_back() {
        one.user("patient", "portfolio");
        List<String> ids = List.of(submit("patient", "Pier"), submit("patient", "Wharf"));
        Stream.of(one, two).forEach(RunningApplication::mailServerIsDown);
        try {
            reject(ids, "Too dear.");
            awaitLeft(4);
            passAMinute();
            await().atMost(SOON).until(() -> count("mail_outbox where tries = 1") == 2);
            assertThat(ids).allSatisfy(id -> assertThat(projects.status(id)).isEqualTo("REJECTED"));
        } finally {
            Stream.of(one, two).forEach(RunningApplication::mailServerIsBack);
        }
        database.sql("update mail_outbox set due_at = timestamp with time zone '2020-01-01 00:00:00+00'")
                .update();

        await().atMost(SOON).until(() -> !mailsTo("patient@example.com").isEmpty());
        assertThat(mailsTo("patient@example.com"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text()).contains("Pier", "Wharf"));
        assertNothingIsLeft();
        assertThat(count("undelivered_mail")).isZero();
    }

    private String submit(String submitter, String name) {
        Map<String, Object> fields = new HashMap<>(SubmittedProjects.fields(name));
        fields.put("creatorEmail", "creator-of-%s@example.com".formatted(submitter));
        return projects.submit(submitter, fields);
    }

    private static void reject(List<String> ids, String reason) {
        HttpAnswer answer = one.as("anna").post("/api/projects/reject", Map.of("exportIds", ids, "comment", reason));
        assertThat(answer.isOk()).as(answer.body()).isTrue();
    }

    private void awaitLeft(long notices) {
        await().atMost(SOON).until(() -> count("rejection_notice where told = 'TOGETHER'") == notices);
    }

    /** After it, nothing more is expected to come together with what came. */
    private void passAMinute() {
        database.sql("update rejection_notice set arrived_at = arrived_at - interval '1 minute'")
                .update();
    }

    private void assertNothingIsLeft() {
        await().atMost(SOON).until(() -> count("mail_outbox") + count("rejection_notice where told = 'TOGETHER'") == 0);
    }

    private long count(String rows) {
        return database.sql("select count(*) from " + rows).query(Long.class).single();
    }

    private static List<ShownMail> mailsTo(String person) {
        return Stream.of(one, two)
                .flatMap(node -> node.mail().mails().stream())
                .filter(mail -> mail.to().equals(person))
                .toList();
    }
}
