package io.projectexport.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.projectexport.export.project.ExportStatus;
import io.projectexport.sandbox.ReceivedRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Many exports at once on two nodes against a Xero that enforces its limits; it takes minutes, so that it runs by its name only. */
@Tag("faults")
class LimitRun {

    private static final int CALLS_PER_MINUTE = 60;
    private static final int CONCURRENT_CALLS = 5;

    private final int exports = Integer.getInteger("exports", 300);

    @Test
    void exports_accepted_at_once_keep_within_xeros_limits_in_the_order_of_their_acceptance() {
        try (Installation installation = new Installation("limit", 2)
                .with("xero.connect-timeout", "5s")
                .with("xero.read-timeout", "30s")
                .with("xero.calls-per-minute", String.valueOf(CALLS_PER_MINUTE))
                .with("xero.concurrent-calls", String.valueOf(CONCURRENT_CALLS))
                .start()
                .addPeople()) {
            installation.xero().limits().perMinute(CALLS_PER_MINUTE).concurrent(CONCURRENT_CALLS);
            ExportApi api = installation.api();
            List<UUID> submitted = IntStream.rangeClosed(1, exports)
                    .mapToObj(number -> api.submit(Workload.project(number)))
                    .toList();

            Instant begin = Instant.now();
            submitted.forEach(api::accept);
            Duration accepting = Duration.between(begin, Instant.now());
            boolean areAllSynced = Eventually.within(toEnd(), () -> isAllSynced(installation));

            LimitReport report = LimitReport.of(installation, accepting, Duration.between(begin, Instant.now()));
            System.out.println(report);
            assertThat(areAllSynced).isTrue();
            assertThat(Invariants.violations(submitted, ExportState.all(installation.database()), installation.xero()))
                    .isEmpty();
            assertThat(report.refusals()).isZero();
            assertThat(report.mostInAMinute()).isLessThanOrEqualTo(CALLS_PER_MINUTE);
            assertThat(report.outOfOrder()).isLessThan(exports / 3);
        }
    }

    /** Not much more than what the limit asks for; every export makes a call, and some need another one for a contact. */
    private Duration toEnd() {
        return Duration.ofMinutes(2).plusSeconds(exports * 2L);
    }

    private static boolean isAllSynced(Installation installation) {
        Eventually.pause(Duration.ofSeconds(1));
        return ExportState.all(installation.database()).stream()
                .allMatch(export -> export.status() == ExportStatus.SYNCED);
    }

    /**
     * The figures of a run.
     *
     * @param accepting how long the acceptances took
     * @param took from the first acceptance until everything was Synced
     * @param refusals calls that Xero answered with 429
     * @param mostInAMinute the most calls in any 60 seconds
     * @param outOfOrder by how many places the worst job is away from the place of its acceptance, which includes how much longer its calls
     *     took than those of exports that began later
     */
    record LimitReport(
            int exports,
            Duration accepting,
            Duration took,
            int calls,
            int refusals,
            long mostInAMinute,
            int outOfOrder) {

        static LimitReport of(Installation installation, Duration accepting, Duration took) {
            List<Instant> calls = installation
                    .xero()
                    .requests(request -> request.path().contains(".xro/"))
                    .stream()
                    .map(ReceivedRequest::at)
                    .toList();
            List<String> names = installation.xero().projects().all().stream()
                    .map(project -> project.name())
                    .toList();
            return new LimitReport(
                    names.size(),
                    accepting,
                    took,
                    calls.size(),
                    installation.xero().limits().refusals(),
                    mostInAMinute(calls),
                    outOfOrder(names));
        }

        private static long mostInAMinute(List<Instant> calls) {
            return calls.stream()
                    .mapToLong(end -> calls.stream()
                            .filter(call -> !call.isAfter(end) && call.isAfter(end.minusSeconds(60)))
                            .count())
                    .max()
                    .orElse(0);
        }

        /** The names begin with numbers in the order of acceptance. */
        private static int outOfOrder(List<String> names) {
            List<String> sorted = names.stream().sorted().toList();
            return IntStream.range(0, names.size())
                    .map(i -> Math.abs(i - sorted.indexOf(names.get(i))))
                    .max()
                    .orElse(0);
        }

        @Override
        public String toString() {
            return """

                    Limit run with -Dexports=%d on two nodes
                      accepted within     %d s
                      all Synced after    %d s
                      calls to Xero       %d, that is %.1f a minute
                      most in any 60 s    %d
                      refused with 429    %d
                      out of order by     %d places at most
                    """.formatted(
                            exports,
                            accepting.toSeconds(),
                            took.toSeconds(),
                            calls,
                            calls * 60_000.0 / took.toMillis(),
                            mostInAMinute,
                            refusals,
                            outOfOrder);
        }
    }
}
