package io.projectexport.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.projectexport.export.project.ExportStatus;
import io.projectexport.faults.LoadClients.Worked;
import io.projectexport.faults.Restarts.Step;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two nodes under half of what they can do, one of which is restarted every few minutes; it takes half an hour, so that it runs by its name only. */
@Tag("faults")
class LoadRun {

    /** What the exports of a node that was killed wait for, and some more. */
    private static final Duration TO_SETTLE = Duration.ofMinutes(5);

    private final LoadPlan plan = LoadPlan.given();
    private final ClientAnswers answers = new ClientAnswers();

    @Test
    void nobody_notices_restarts_under_load_but_by_dropped_connections() {
        try (Installation installation = installation();
                LoadBalancer balancer = new LoadBalancer(installation.nodes(), answers)) {
            LoadClients clients = new LoadClients(new CarefulClient(balancer, answers), plan.clients());
            clients.hurry(plan.measure().dividedBy(2));
            Worked maximum = clients.hurry(plan.measure());
            double rate = plan.rate() > 0 ? plan.rate() : maximum.perSecond() / 2;

            Restarts restarts = new Restarts(installation.nodes(), plan);
            CompletableFuture<Void> restarting = CompletableFuture.runAsync(restarts);
            Worked worked = clients.work(Duration.ofMinutes(plan.minutes()), rate);
            restarting.join();
            List<Step> steps = restarts.end();

            boolean areAllSynced = Eventually.within(TO_SETTLE, () -> isAllSynced(installation));
            List<String> violations = Stream.of(
                            violations(clients, installation), answers.unexpected(), restarts.growing())
                    .flatMap(List::stream)
                    .toList();
            System.out.println(new LoadReport(plan, maximum, rate, worked, steps, answers.counts(), violations));
            assertThat(violations).isEmpty();
            assertThat(areAllSynced).isTrue();
            assertThat(clients.accepted()).isNotEmpty();
        }
    }

    /** With the times, limits and locks of production. */
    private static Installation installation() {
        return new Installation("load", 2)
                .with("xero.connect-timeout", "5s")
                .with("xero.read-timeout", "30s")
                .with("xero.calls-per-minute", "1000000")
                .with("xero.concurrent-calls", "5")
                .with("camunda.bpm.job-execution.lock-time-in-millis", "150000")
                .start()
                .addPeople();
    }

    private static boolean isAllSynced(Installation installation) {
        Eventually.pause(Duration.ofSeconds(1));
        return ExportState.all(installation.database()).stream()
                .allMatch(export -> export.status() == ExportStatus.SYNCED);
    }

    private static List<String> violations(LoadClients clients, Installation installation) {
        return Invariants.violations(clients.accepted(), ExportState.all(installation.database()), installation.xero());
    }
}
