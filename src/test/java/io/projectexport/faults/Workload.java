package io.projectexport.faults;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

/** People at work: some submit and accept projects, one retries what failed. */
final class Workload {

    private static final int MAX_RETRIES = 2;

    /** Names of which habits of Xero's leave something else. */
    private static final List<String> NAMES = List.of(
            "Fault run %d",
            "Bridge \uD83C\uDFD7 %d",
            "\uD83D\uDEA7 %d \uD83C\uDFD7",
            "O\u2019Brien\u2019s \u201Cold\u201D port %d",
            "Smith & Sons <%d> \"yard\"",
            "Stra\u00DFe %d \u00FCber den \u00C6r\u00F8 und die Anh\u00F6he",
            "\u6A4B %d");

    private final Collection<UUID> accepted = new ConcurrentLinkedQueue<>();
    private final Map<UUID, Integer> retries = new HashMap<>();
    private int retried;
    private final ExportApi api;
    private final FaultPlan plan;

    Workload(ExportApi api, FaultPlan plan) {
        this.api = api;
        this.plan = plan;
    }

    /** Submits and accepts one project after the other. */
    void acceptAll() {
        for (int number = 1; number <= plan.exports(); number++) {
            UUID exportId = api.submit(project(number));
            api.accept(exportId);
            accepted.add(exportId);
            Eventually.pause(plan.pace());
        }
    }

    /** Retries what failed, except for what was retried often enough or is left alone. */
    void retryFailed() {
        api.failed().stream().filter(this::mayRetry).forEach(exportId -> {
            api.retry(exportId);
            retries.merge(exportId, 1, Integer::sum);
            retried++;
        });
    }

    /** Whether nobody is going to retry any of these. */
    boolean leaves(List<UUID> failed) {
        return failed.stream().noneMatch(this::mayRetry);
    }

    List<UUID> accepted() {
        return List.copyOf(accepted);
    }

    /** How often something was retried. */
    int retries() {
        return retried;
    }

    /** Has what was retried often enough tried again, because the reason is gone. */
    void takeHeart() {
        retries.clear();
    }

    private boolean mayRetry(UUID exportId) {
        boolean isLeftAlone = exportId.hashCode() % 3 == 0;
        return !isLeftAlone && retries.getOrDefault(exportId, 0) < MAX_RETRIES;
    }

    /** Some share a client, some have none. */
    static Map<String, Object> project(int number) {
        String client = number % 3 == 0 ? "" : "Client " + number % 10;
        return FaultProjects.project(
                "F-%05d".formatted(number), NAMES.get(number % NAMES.size()).formatted(number), client);
    }
}
