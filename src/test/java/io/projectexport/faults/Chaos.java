package io.projectexport.faults;

import io.projectexport.sandbox.DemoSwitches.Switch;
import io.projectexport.sandbox.SandboxXero;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Kills nodes at random moments and starts them again, and changes Xero's habits and how well it remembers and lists what it was told. */
final class Chaos implements Runnable {

    /** Below the pause between two look-ups of a job, because what Xero shows later than that nobody could find. */
    private static final int LONGEST_LAG = 800;

    private static final List<Duration> KEY_LIFETIMES =
            List.of(Duration.ZERO, Duration.ofSeconds(3), Duration.ofMinutes(6));

    /** Each habit is there for one of so many changes, with others than the last time. */
    private static final int CHANGES = 3;

    private final Installation installation;
    private final FaultPlan plan;
    private final Random random;
    private final DatabaseFaults database;
    private final Deque<Switch> next = new ArrayDeque<>();
    private final Map<Switch, Integer> had = new EnumMap<>(Switch.class);

    Chaos(Installation installation, FaultPlan plan) {
        this.installation = installation;
        this.plan = plan;
        this.random = new Random(plan.seed());
        this.database = new DatabaseFaults(installation, plan.longestPause(), random);
    }

    @Override
    public void run() {
        changeXero();
        int kills = plan.kills();
        int databaseFaults = plan.databaseFaults();
        while (kills + databaseFaults > 0) {
            Eventually.pause(Duration.ofMillis(1000 + random.nextInt(6000)));
            if (random.nextInt(kills + databaseFaults) < databaseFaults) {
                database.strike();
                databaseFaults--;
            } else {
                kills -= kill(kills);
            }
        }
    }

    /** Kills one node, or all of them where that many are left to be killed. */
    private int kill(int left) {
        boolean all = left > 1 && random.nextInt(5) == 0;
        List<Node> victims = all ? installation.nodes() : List.of(oneNode());
        victims.forEach(Node::kill);
        changeXero();
        Eventually.pause(Duration.ofMillis(random.nextInt(1500)));
        victims.forEach(Node::start);
        victims.forEach(Node::awaitReady);
        changeXero();
        return victims.size();
    }

    DatabaseFaults database() {
        return database;
    }

    private Node oneNode() {
        List<Node> nodes = installation.nodes();
        return nodes.get(random.nextInt(nodes.size()));
    }

    private void changeXero() {
        SandboxXero xero = installation.xero();
        xero.idempotencyKeys().lifetime(KEY_LIFETIMES.get(random.nextInt(KEY_LIFETIMES.size())));
        xero.projects().listLag(Duration.ofMillis(random.nextInt(LONGEST_LAG)));
        changeHabits();
    }

    private synchronized void changeHabits() {
        List<Switch> all = new ArrayList<>(plan.habits());
        if (next.isEmpty()) {
            Collections.shuffle(all, random);
            next.addAll(all);
        }
        all.forEach(habit -> installation.xero().switches().set(habit, false));
        int many = (all.size() + CHANGES - 1) / CHANGES;
        for (int i = 0; i < many && !next.isEmpty(); i++) {
            Switch habit = next.remove();
            installation.xero().switches().set(habit, true);
            had.merge(habit, 1, Integer::sum);
        }
    }

    /** How often each habit came. */
    @Override
    public synchronized String toString() {
        return had.toString();
    }
}
