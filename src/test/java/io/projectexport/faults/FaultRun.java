package io.projectexport.faults;

import io.projectexport.export.project.ExportStatus;
import io.projectexport.sandbox.Fault;
import io.projectexport.sandbox.SandboxXero;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessException;

/** People work while Xero fails and nodes die; then Xero is well again, and everything has to come to its end. */
final class FaultRun {

    /** Waiting times above this one are cut short, as Xero's limit of a day is one. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(6);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private final Installation installation;
    private final FaultPlan plan;
    private final RandomFaults faults;
    private final Chaos chaos;
    private final ExportApi api;
    private final Workload workload;

    FaultRun(Installation installation, FaultPlan plan) {
        this.installation = installation;
        this.plan = plan;
        this.faults = new RandomFaults(plan.seed());
        this.chaos = new Chaos(installation, plan);
        this.api = installation.api();
        this.workload = new Workload(api, plan);
    }

    FaultReport run() {
        Instant begin = Instant.now();
        // above the minute before its end in which a token is renewed, so that it is often
        installation.xero().tokens().lifetime(Duration.ofSeconds(75));
        installation.xero().otherwise(faults);
        CompletableFuture<Void> work = CompletableFuture.allOf(
                CompletableFuture.runAsync(workload::acceptAll), CompletableFuture.runAsync(chaos));
        Eventually.until(Duration.ofHours(1), () -> "the work to be done", () -> {
            lookAfterFailed();
            return work.isDone();
        });
        work.join();
        heal();
        Instant healed = Instant.now();
        Eventually.within(plan.toSettle(), this::isSettled);
        return report(Duration.between(begin, Instant.now()), Duration.between(healed, Instant.now()));
    }

    private void lookAfterFailed() {
        Eventually.pause(BETWEEN_LOOKS);
        workload.retryFailed();
        endPauses();
        api.hurry(LONGEST_WAIT);
    }

    private void endPauses() {
        try {
            installation.endPausesBeyond(LONGEST_WAIT);
        } catch (DataAccessException away) {
            // at the next look
        }
    }

    private void heal() {
        SandboxXero xero = installation.xero();
        xero.otherwise(request -> Fault.none());
        xero.projects().listLag(Duration.ZERO);
        xero.switches().normal();
        workload.takeHeart();
    }

    private boolean isSettled() {
        lookAfterFailed();
        List<ExportState> exports = ExportState.all(installation.database());
        return exports.stream().noneMatch(export -> export.status() == ExportStatus.EXPORTING)
                && workload.leaves(failed(exports));
    }

    private static List<UUID> failed(List<ExportState> exports) {
        return exports.stream()
                .filter(export -> export.status() == ExportStatus.FAILED_TO_EXPORT)
                .map(ExportState::id)
                .toList();
    }

    private List<String> violations(List<ExportState> exports) {
        return Stream.concat(
                        Invariants.violations(workload.accepted(), exports, installation.xero()).stream(),
                        api.troubles().violations().stream())
                .toList();
    }

    private FaultReport report(Duration took, Duration settled) {
        SandboxXero xero = installation.xero();
        List<ExportState> exports = ExportState.all(installation.database());
        return new FaultReport(
                plan,
                took,
                settled,
                exports,
                xero.projects().all().size(),
                xero.requests().size(),
                workload.retries(),
                api.troubles().toString(),
                chaos.database().toString(),
                faults.toString(),
                chaos.toString(),
                violations(exports));
    }
}
