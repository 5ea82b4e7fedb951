package io.projectexport.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A thousand projects in one file, in one click and in one call, with the time of every answer; it takes minutes, so that it runs by its name only. */
@Tag("benchmark")
class ThousandAtOnceRun {

    /** After which browsers and proxies as they come give up. */
    private static final Duration TIME_OUT = Duration.ofSeconds(60);

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final long BETWEEN_LOOKS_MS = 2_000;
    private static final Pattern PROGRESS = Pattern.compile("([0-9,]+) of [0-9,]+ (?:submitted|accepted)");
    private static final Pattern HIDDEN = Pattern.compile("name=\"(projects|token)\" value=\"([^\"]*)\"");

    private final int rows = Integer.getInteger("rows", 1000);
    private final RunningApplication application =
            RunningApplication.onNewDatabase("xero.calls-per-minute=1000000", "xero.concurrent-calls=5");
    private final String submitter = application.user("sam", "portfolio");
    private final String approver = application.user("anna", "erp-standard", "can-push-to-accounting");
    private final List<String> table = new ArrayList<>();

    @AfterEach
    void close() {
        application.close();
    }

    @Test
    void nothing_times_out_and_progress_is_shown() {
        String file = IntStream.rangeClosed(1, rows)
                .mapToObj(row -> "F-%1$d,Pier %1$d".formatted(row))
                .collect(Collectors.joining("\n", "projectNumber,projectName\n", "\n"));
        FormBrowser sam = browser(submitter);
        watch("a file", sam, () -> sam.post("/jobs/upload", "/jobs/upload/submit", Map.of("csv", file)));
        assertThat(count("project_export where status = 'READY_TO_EXPORT'")).isEqualTo(rows);

        FormBrowser anna = browser(approver);
        String list = "/jobs?status=READY_TO_EXPORT";
        HttpResponse<String> asked = timed(
                "question before the click",
                () -> anna.post(list, "/jobs/decisions?status=READY_TO_EXPORT", Map.of("whole", "accept")));
        watch("accepts in one click", anna, () -> anna.post("/jobs", "/jobs/decisions/all", confirmed(asked)));
        assertThat(count("project_history where what = 'Accepted'")).isEqualTo(rows);

        List<String> ids = call(
                "/api/projects/bulk",
                IntStream.rangeClosed(1, rows)
                        .mapToObj(row -> Map.of("projectNumber", "C-" + row, "projectName", "Pier"))
                        .toList());
        IntStream.iterate(0, from -> from < ids.size(), from -> from + 500)
                .forEach(from -> call(
                        "/api/projects/accept",
                        Map.of("exportIds", ids.subList(from, Math.min(from + 500, ids.size())))));
        assertThat(count("project_history where what = 'Accepted'")).isEqualTo(2L * rows);
        System.out.println(
                "\n| %,d at once | answered after s | ended after s | slowest look, s | seen of them |\n|---|---|---|---|---|"
                        .formatted(rows));
        table.forEach(System.out::println);
    }

    private static Map<String, String> confirmed(HttpResponse<String> asked) {
        Map<String, String> form = new HashMap<>(Map.of("whole", "accept", "status", "READY_TO_EXPORT"));
        Matcher hidden = HIDDEN.matcher(asked.body());
        while (hidden.find()) {
            form.put(hidden.group(1), hidden.group(2));
        }
        return form;
    }

    /** Looks at its page as often as that asks by itself. */
    private void watch(String what, FormBrowser browser, Supplier<HttpResponse<String>> press) {
        long begin = System.nanoTime();
        HttpResponse<String> answer = press.get();
        double answered = seconds(begin);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        String page = URI.create(answer.headers().firstValue("Location").orElseThrow())
                .getPath();
        List<Integer> seen = new ArrayList<>();
        double slowest = 0;
        for (String body = ""; body.isEmpty() || body.contains("<progress"); pause()) {
            long look = System.nanoTime();
            body = browser.get(page).body();
            slowest = Math.max(slowest, seconds(look));
            Matcher progress = PROGRESS.matcher(body);
            if (progress.find()) {
                seen.add(Integer.parseInt(progress.group(1).replace(",", "")));
            }
            assertThat(seconds(begin)).isLessThan(PATIENCE.toSeconds());
        }
        assertThat(seen).as("progress that grows").isSorted().anyMatch(number -> number > 0 && number < rows);
        row(what, answered, seconds(begin), slowest, seen.toString());
        assertThat(Math.max(answered, slowest)).isLessThan(TIME_OUT.toSeconds());
    }

    private List<String> call(String path, Object body) {
        HttpAnswer answer = timed(
                "POST " + path,
                () -> application
                        .as(path.endsWith("bulk") ? submitter : approver)
                        .post(path, body));
        assertThat(answer.json().path("results"))
                .allSatisfy(result -> assertThat(result.path("errors")).isEmpty());
        return answer.json().path("results").findValuesAsText("exportId");
    }

    private <T> T timed(String what, Supplier<T> request) {
        long begin = System.nanoTime();
        T answer = request.get();
        row(what, seconds(begin), seconds(begin), 0, "");
        assertThat(seconds(begin)).as(what).isLessThan(TIME_OUT.toSeconds());
        return answer;
    }

    private void row(String what, double answered, double ended, double slowest, String seen) {
        table.add(String.format(Locale.ROOT, "| %s | %.1f | %.1f | %.1f | %s |", what, answered, ended, slowest, seen));
    }

    private FormBrowser browser(String userId) {
        FormBrowser session = new FormBrowser(application.url());
        session.logIn(userId, RunningApplication.PASSWORD);
        return session;
    }

    private long count(String from) {
        return application
                .database()
                .sql("select count(*) from " + from)
                .query(Long.class)
                .single();
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS_MS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
