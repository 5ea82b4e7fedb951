package io.projectexport.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.projectexport.export.monitoring.Metric;
import io.projectexport.sandbox.Fault;
import io.projectexport.sandbox.RefusalFormat;
import io.projectexport.system.PromQl.Selector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.logging.LoggingInitializationContext;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.logging.LoggingSystemProperty;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.StandardEnvironment;

/** What operators see from outside of an application that decided, failed and refused: metrics, log lines and traces. */
@ExtendWith(OutputCaptureExtension.class)
class SeenFromOutsideTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Prometheus has these of its own. */
    private static final Set<String> OF_PROMETHEUS = Set.of("up", "ALERTS");

    private static TraceReceiver traces;
    private static RunningApplication application;
    private static String synced;
    private static String failedMail;
    private static List<String> scrape;
    private static List<String> log;

    @BeforeAll
    static void something_of_everything_happens(CapturedOutput output) {
        traces = new TraceReceiver();
        application = RunningApplication.onNewDatabase(
                "camunda.bpm.webapp.enabled=false",
                "log-format=ecs",
                "otel.exporter.otlp.endpoint=" + traces.url() + "/",
                "management.otlp.tracing.transport=http",
                // lines in every request and job
                "logging.level.org.springframework.jdbc.core=debug");
        // a collector has no figures before its first pause
        System.gc();
        application.user("team", "portfolio");
        application.user("approver", "erp-standard", "can-push-to-accounting");
        application.user("prometheus", "process-owners");
        SubmittedProjects projects = new SubmittedProjects(application);
        synced = projects.submit("team", "Harbour Bridge");
        decide(synced, "accept");
        projects.awaitStatus(synced, "SYNCED");
        application.xero().nextCreate(Fault.refused(RefusalFormat.MESSAGE));
        String refused = projects.submit("team", "Tunnel");
        decide(refused, "accept");
        projects.awaitStatus(refused, "FAILED_TO_EXPORT");
        application.mailServerIsDown();
        failedMail = projects.submit("team", "Queen Street");
        decide(failedMail, "reject");
        LoggedInClient.forPrograms(application.url(), "team", "not-the-password")
                .get("/api/projects");
        await().atMost(SOON).until(() -> output.toString().contains("Exception while executing job"));
        assertThat(count("project_export_mails_total{outcome=\"not_taken\"}")).isPositive();
        log = lines(output);
    }

    private static void decide(String exportId, String action) {
        Map<String, String> body = action.equals("reject") ? Map.of("comment", "Too vague") : Map.of();
        HttpAnswer answer = application.as("approver").post("/api/projects/%s/%s".formatted(exportId, action), body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private static List<String> lines(CapturedOutput output) {
        return output.toString()
                .lines()
                // what starts the database comes before the application
                .dropWhile(line -> !line.startsWith("{"))
                .filter(line -> !line.isBlank())
                .toList();
    }

    @AfterAll
    static void stop() {
        application.close();
        traces.close();
        logTextAgain();
    }

    /** For the tests after this one in the same JVM, which has one log. */
    private static void logTextAgain() {
        System.clearProperty(LoggingSystemProperty.CONSOLE_STRUCTURED_FORMAT.getEnvironmentVariableName());
        LoggingSystem logging = LoggingSystem.get(SeenFromOutsideTest.class.getClassLoader());
        logging.cleanUp();
        logging.initialize(new LoggingInitializationContext(new StandardEnvironment()), null, null);
    }

    private static double count(String series) {
        scrape = application
                .as("prometheus")
                .get("/actuator/prometheus")
                .body()
                .lines()
                .toList();
        return scrape.stream()
                .filter(line -> line.startsWith(series + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(series.length())))
                .sum();
    }

    @ParameterizedTest
    @EnumSource
    void a_metric_is_exposed_under_its_name_with_its_help(Metric metric) {
        assertThat(scrape)
                .contains("# HELP %s %s".formatted(metric.exposed(), metric.help()))
                .anyMatch(line -> line.matches(Pattern.quote(metric.exposed()) + "(_count)?(\\{.*})? .*"));
    }

    @Test
    void what_happened_is_counted_by_outcome() {
        assertThat(count("project_export_exports_seconds_count{outcome=\"synced\"}"))
                .isEqualTo(1);
        assertThat(count("project_export_exports_seconds_count{outcome=\"refused\"}"))
                .isEqualTo(1);
        assertThat(count("project_export_exports_seconds_count{outcome=\"not_connected\"}"))
                .isZero();
        assertThat(count("project_export_xero_calls_seconds_count{outcome=\"answered\"}"))
                .isPositive();
        assertThat(count("project_export_xero_calls_seconds_count{outcome=\"refused\"}"))
                .isEqualTo(1);
        assertThat(count("project_export_logins_refused_total{reason=\"wrong_password\"}"))
                .isEqualTo(1);
        assertThat(count("project_export_projects{status=\"synced\"}")).isEqualTo(1);
        assertThat(count("project_export_projects{status=\"failed_to_export\"}"))
                .isEqualTo(1);
        assertThat(count("project_export_xero_connected")).isEqualTo(1);
        assertThat(count("project_export_summary_planned")).isEqualTo(1);
        assertThat(count("project_export_job_executor_active")).isEqualTo(1);
        assertThat(count("project_export_xero_day_limit_remaining")).isBetween(1.0, 1_000_000.0);
    }

    static List<MonitoringQuery> queries() {
        return MonitoringQuery.all();
    }

    @ParameterizedTest
    @MethodSource("queries")
    void rules_and_dashboards_read_what_is_exposed(MonitoringQuery query) {
        assertThat(PromQl.selectors(query.promQl())).isNotEmpty().allSatisfy(selector -> {
            if (!OF_PROMETHEUS.contains(selector.name()) && !isRecorded(selector.name())) {
                assertThat(scrape).as(selector.toString()).anyMatch(line -> isOf(selector, line));
            }
        });
    }

    private static boolean isRecorded(String name) {
        return MonitoringQuery.rules().stream().anyMatch(rule -> name.equals(rule.get("record")));
    }

    private static boolean isOf(Selector selector, String line) {
        return line.matches(Pattern.quote(selector.name()) + "(\\{.*})? .*")
                && selector.matchers().stream()
                        .allMatch(matcher -> line.contains(matcher.replaceAll("[!=~]+\".*", "") + "=\"")
                                && (!matcher.matches("\\w+=\"[^\"]*\"") || line.contains(matcher)));
    }

    @Test
    void each_line_of_the_log_is_json_and_those_about_a_project_name_it() {
        List<JsonNode> parsed = log.stream().map(SeenFromOutsideTest::json).toList();

        assertThat(parsed).allSatisfy(line -> {
            assertThat(line.path("@timestamp").asText()).isNotBlank();
            assertThat(line.at("/service/name").asText()).isEqualTo("project-export");
        });
        assertThat(about(parsed, synced).map(line -> thread(line).replaceAll("-\\d+", "")))
                .as("threads of lines that name the project")
                .contains("camundaTaskExecutor", "http-nio-auto-exec");
    }

    @Test
    void a_job_that_fails_is_logged_once_with_its_project() {
        assertThat(about(log.stream().map(SeenFromOutsideTest::json).toList(), failedMail)
                        .filter(line -> line.toString().contains("stack_trace"))
                        .filter(line -> line.toString().contains("MailSendException")))
                .hasSize(1);
    }

    private static Stream<JsonNode> about(List<JsonNode> lines, String exportId) {
        return lines.stream()
                .filter(line -> exportId.equals(line.path("exportId").asText()));
    }

    private static String thread(JsonNode line) {
        return line.at("/process/thread/name").asText();
    }

    private static JsonNode json(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException("Not JSON: " + line, e);
        }
    }

    @Test
    void no_secret_is_in_the_log_the_metrics_or_the_traces() {
        String seen = Stream.of(log, scrape, List.of(traces.received()))
                .flatMap(List::stream)
                .collect(Collectors.joining("\n"));

        assertThat(seen)
                .doesNotContain(
                        RunningApplication.PASSWORD, "not-the-password", "sandbox-secret", "Bearer ", "Basic ", "eyJ");
    }

    @Test
    void a_request_a_job_and_its_calls_to_xero_are_traced() {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(traces.received())
                        .contains(
                                "http post /api/projects/{exportId}/accept",
                                "job serviceTask_createXeroJob",
                                "call Xero",
                                "/projects.xro/2.0/Projects",
                                synced));
        assertThat(traces.received()).doesNotContain("/actuator/");
    }

    @Test
    void those_who_watch_may_scrape_and_others_may_not() {
        assertThat(application.as("approver").get("/actuator/prometheus").status())
                .isEqualTo(403);
        assertThat(application.as("prometheus").get("/actuator/env").status()).isIn(403, 404);
    }
}
