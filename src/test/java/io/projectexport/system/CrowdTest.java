package io.projectexport.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * More people at once than the processors can serve. The system properties {@code pages} and {@code submissions} say how many; what became of
 * them is printed.
 */
@ExtendWith(SharedApplication.class)
class CrowdTest {

    private static final int PAGES = Integer.getInteger("pages", 300);
    private static final int SUBMISSIONS = Integer.getInteger("submissions", 40);

    /** Far above what anybody should wait, for machines that do much else. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final RunningApplication application;

    CrowdTest(RunningApplication application) {
        this.application = application;
    }

    private record Answered(HttpAnswer answer, Duration took) {

        static Answered by(IntFunction<HttpAnswer> request, int number) {
            long begin = System.nanoTime();
            HttpAnswer answer = request.apply(number);
            return new Answered(answer, Duration.ofNanos(System.nanoTime() - begin));
        }
    }

    @Test
    void everybody_who_opens_the_jobs_page_at_once_gets_it_soon_or_is_told_to_come_again_while_others_log_in()
            throws Exception {
        FormBrowser browser = new FormBrowser(application.url());
        application.user("crowd-reader", "erp-standard");
        browser.logIn("crowd-reader", RunningApplication.PASSWORD);
        ExecutorService others = Executors.newSingleThreadExecutor();
        Future<Duration> health = others.submit(() -> {
            Thread.sleep(200);
            long begin = System.nanoTime();
            assertThat(new FormBrowser(application.url())
                            .get("/actuator/health/liveness")
                            .statusCode())
                    .isEqualTo(200);
            new FormBrowser(application.url()).logIn("crowd-reader", RunningApplication.PASSWORD);
            return Duration.ofNanos(System.nanoTime() - begin);
        });

        List<Answered> all = atOnce(PAGES, number -> HttpAnswer.of(browser.get("/jobs")));

        print("pages", all);
        System.out.printf(
                "  health and a login meanwhile: %d ms%n", health.get().toMillis());
        others.shutdown();
        assertThat(all).allSatisfy(one -> assertAnswered(one, 200));
        assertThat(all).anyMatch(one -> one.answer().status() == 200);
    }

    @Test
    void whoever_submits_at_once_with_many_others_has_submitted_or_is_told_that_nothing_was_changed() throws Exception {
        application.user("crowd-team", "portfolio");
        LoggedInClient team = application.as("crowd-team");

        List<Answered> all =
                atOnce(SUBMISSIONS, number -> team.post("/api/projects", SubmittedProjects.fields("Crowd " + number)));

        print("submissions", all);
        assertThat(all).allSatisfy(one -> assertAnswered(one, 201));
        long submitted = all.stream().filter(one -> one.answer().isOk()).count();
        assertThat(team.get("/api/projects?search=Crowd").json().path("total").asLong())
                .isEqualTo(submitted)
                .isPositive();
    }

    private static void assertAnswered(Answered one, int well) {
        HttpAnswer answer = one.answer();
        assertThat(answer.status()).as(answer.body()).isIn(well, 503);
        assertThat(one.took()).isLessThan(LONGEST);
        if (answer.status() == 503) {
            assertThat(answer.headers().firstValue("Retry-After")).contains("5");
            assertThat(answer.body()).contains("There is more to do at the moment than can be done");
        }
    }

    private static List<Answered> atOnce(int many, IntFunction<HttpAnswer> request) throws InterruptedException {
        ExecutorService people = Executors.newFixedThreadPool(many);
        CountDownLatch gate = new CountDownLatch(1);
        List<Future<Answered>> all = IntStream.range(0, many)
                .mapToObj(number -> people.submit(() -> {
                    gate.await();
                    return Answered.by(request, number);
                }))
                .toList();
        gate.countDown();
        people.shutdown();
        return all.stream().map(CrowdTest::result).toList();
    }

    private static Answered result(Future<Answered> answered) {
        try {
            return answered.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    private static void print(String what, List<Answered> all) {
        Map<Integer, Integer> statuses = new TreeMap<>();
        all.forEach(one -> statuses.merge(one.answer().status(), 1, Integer::sum));
        List<Long> sorted =
                all.stream().map(one -> one.took().toMillis()).sorted().toList();
        System.out.printf(
                "%d %s at once: %s, median %d ms, slowest %d ms%n",
                all.size(), what, statuses, sorted.get(sorted.size() / 2), sorted.get(sorted.size() - 1));
    }
}
