package io.projectexport.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Restarts the nodes in turns, as an operator does who brings a new version, and looks at their heaps before each restart and at the end. */
final class Restarts implements Runnable {

    /** Above the second after which the load balancer knows that a node is ready, and some more, so that it gets to work. */
    private static final Duration TO_WORK = Duration.ofSeconds(10);

    /** By how much a heap may differ between two moments of a life. */
    private static final double NOISE = 1.25;

    private final List<Step> steps = new ArrayList<>();
    private final Map<Long, List<Double>> heaps = new HashMap<>();
    private final List<Node> nodes;
    private final LoadPlan plan;
    private final long begin = System.nanoTime();

    /** Counts its time from now on. */
    Restarts(List<Node> nodes, LoadPlan plan) {
        this.nodes = nodes;
        this.plan = plan;
    }

    /**
     * A restart, or the end.
     *
     * @param at since the begin
     * @param what which node, and how it ended
     * @param heaps of each node just before, in megabytes
     * @param toEnd until the node had ended
     * @param toReady from its start until it took requests
     */
    record Step(Duration at, String what, List<Double> heaps, Duration toEnd, Duration toReady) {}

    @Override
    public void run() {
        Duration end = Duration.ofMinutes(plan.minutes());
        Duration next = plan.restartEvery();
        for (int number = 1; next.compareTo(end) < 0; number++) {
            Eventually.pause(longer(next.minus(passed()), Duration.ZERO));
            steps.add(restart(number));
            next = longer(next.plus(plan.restartEvery()), passed().plus(TO_WORK));
        }
    }

    private Step restart(int number) {
        int index = (number - 1) % nodes.size();
        Node node = nodes.get(index);
        boolean kills = plan.kills(number);
        List<Double> heapsBefore = lookAtHeaps();
        Duration at = passed();
        if (kills) {
            node.kill();
        } else {
            node.stop();
        }
        Duration ended = passed();
        node.start().awaitReady();
        return new Step(
                at,
                "node %d, %s".formatted(index + 1, kills ? "SIGKILL" : "SIGTERM"),
                heapsBefore,
                ended.minus(at),
                passed().minus(ended));
    }

    /** Looks at the heaps for the last time. */
    List<Step> end() {
        Duration at = passed();
        steps.add(new Step(at, "the end", lookAtHeaps(), Duration.ZERO, Duration.ZERO));
        return List.copyOf(steps);
    }

    private List<Double> lookAtHeaps() {
        return nodes.stream()
                .map(node -> {
                    double heap = LiveHeap.of(node.pid());
                    heaps.computeIfAbsent(node.pid(), life -> new ArrayList<>()).add(heap);
                    return heap;
                })
                .toList();
    }

    /** A sentence for each life of a node at whose end more was left than in its middle. */
    List<String> growing() {
        return heaps.values().stream()
                .filter(life -> life.get(life.size() - 1) > life.get(0) * NOISE)
                .map("What a collection leaves of the heap grew within one life of a node, in megabytes: %s"::formatted)
                .toList();
    }

    private Duration passed() {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
