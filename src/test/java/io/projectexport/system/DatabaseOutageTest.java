package io.projectexport.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A database that cannot be reached for a while: everybody is told to try again, and the log says it in one line each time. */
@ExtendWith(OutputCaptureExtension.class)
class DatabaseOutageTest {

    @Test
    void everybody_is_told_to_try_again_and_the_log_stays_short(CapturedOutput log) throws IOException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
                Cable cable = new Cable(postgres.getPort());
                RunningApplication application = new RunningApplication(
                        "jdbc:postgresql://localhost:%d/postgres?user=postgres".formatted(cable.port()),
                        "daily-summary.cron=0 0 0 29 2 *",
                        "spring.datasource.hikari.connection-timeout=2000")) {
            application.registerEngine();
            application.user("outage-team", "portfolio");
            FormBrowser browser = new FormBrowser(application.url());
            browser.logIn("outage-team", RunningApplication.PASSWORD);
            LoggedInClient team = application.as("outage-team");
            assertThat(browser.get("/jobs").statusCode()).isEqualTo(200);
            assertThat(browser.get("/actuator/health/readiness").statusCode()).isEqualTo(200);

            cable.pull();
            int before = log.getOut().length();

            for (HttpAnswer answer : List.of(
                    team.post("/api/projects", SubmittedProjects.fields("Lost")),
                    team.get("/api/projects"),
                    team.get("/engine-rest/task"),
                    HttpAnswer.of(browser.get("/jobs")),
                    HttpAnswer.of(browser.get("/jobs/new")),
                    HttpAnswer.of(browser.get("/camunda/api/engine/engine/default/task")),
                    HttpAnswer.of(browser.send("/login", Map.of("username", "a", "password", "b"))))) {
                assertThat(answer.status()).as(answer.body()).isIn(503, 403);
                if (answer.status() == 503) {
                    assertThat(answer.headers().firstValue("Retry-After"))
                            .as(answer.body())
                            .contains("5");
                    assertThat(answer.body()).doesNotContain("SQL", "jdbc", "Hikari", "Exception");
                }
            }
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> browser.get("/actuator/health/readiness").statusCode() == 503);
            assertThat(browser.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
            String said = log.getOut().substring(before);
            assertThat(said.lines()
                            .filter(line -> line.contains("The database cannot be reached"))
                            .count())
                    .isBetween(6L, 8L);
            assertThat(said.lines().filter(line -> line.startsWith("\tat ")).count())
                    .isLessThan(20);

            cable.plug();
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> browser.get("/actuator/health/readiness").statusCode() == 200);
            assertThat(team.post("/api/projects", SubmittedProjects.fields("Back"))
                            .status())
                    .isEqualTo(201);
        }
    }

    /** The network between application and database, which can be cut. */
    private static final class Cable implements AutoCloseable {

        private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        private final List<Socket> open = new CopyOnWriteArrayList<>();
        private final int target;
        private volatile boolean cut;

        Cable(int target) throws IOException {
            this.target = target;
            thread(this::accept);
        }

        int port() {
            return server.getLocalPort();
        }

        void pull() throws IOException {
            cut = true;
            for (Socket socket : new ArrayList<>(open)) {
                socket.close();
            }
        }

        void plug() {
            cut = false;
        }

        private void accept() {
            try {
                while (true) {
                    Socket from = server.accept();
                    if (cut) {
                        from.close();
                        continue;
                    }
                    Socket to = new Socket(InetAddress.getLoopbackAddress(), target);
                    open.addAll(List.of(from, to));
                    thread(() -> pass(from, to));
                    thread(() -> pass(to, from));
                }
            } catch (IOException e) {
                // the test is over
            }
        }

        private static void pass(Socket from, Socket to) {
            try (from;
                    to) {
                from.getInputStream().transferTo(to.getOutputStream());
            } catch (IOException e) {
                // cut
            }
        }

        private static void thread(Runnable task) {
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            thread.start();
        }

        @Override
        public void close() throws IOException {
            server.close();
            pull();
        }
    }
}
