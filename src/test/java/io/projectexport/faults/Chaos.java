package io.projectexport.faults;

import io.projectexport.sandbox.SandboxXero;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** Kills nodes at random moments and starts them again, and changes how well Xero remembers and lists what it was told. */
final class Chaos implements Runnable {

    /** Below the pause between two look-ups of a job, because what Xero shows later than that nobody could find. */
    private static final int LONGEST_LAG = 800;

    private static final List<Duration> KEY_LIFETIMES =
            List.of(Duration.ZERO, Duration.ofSeconds(3), Duration.ofMinutes(6));

    private final Installation installation;
    private final int kills;
    private final Random random;

    Chaos(Installation installation, FaultPlan plan) {
        this.installation = installation;
        this.kills = plan.kills();
        this.random = new Random(plan.seed());
    }

    @Override
    public void run() {
        changeXero();
        for (int killed = 0; killed < kills; ) {
            Eventually.pause(Duration.ofMillis(1000 + random.nextInt(6000)));
            changeXero();
            boolean all = kills - killed > 1 && random.nextInt(5) == 0;
            List<Node> victims = all ? installation.nodes() : List.of(oneNode());
            victims.forEach(Node::kill);
            Eventually.pause(Duration.ofMillis(random.nextInt(1500)));
            victims.forEach(Node::start);
            victims.forEach(Node::awaitReady);
            killed += victims.size();
        }
    }

    private Node oneNode() {
        List<Node> nodes = installation.nodes();
        return nodes.get(random.nextInt(nodes.size()));
    }

    private void changeXero() {
        SandboxXero xero = installation.xero();
        xero.idempotencyKeys().lifetime(KEY_LIFETIMES.get(random.nextInt(KEY_LIFETIMES.size())));
        xero.projects().listLag(Duration.ofMillis(random.nextInt(LONGEST_LAG)));
    }
}
