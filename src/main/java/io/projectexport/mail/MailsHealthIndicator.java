package io.projectexport.mail;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.projectexport.export.monitoring.Metric;
import io.projectexport.export.notification.UndeliveredMails;
import io.projectexport.export.permission.People;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Whether the mail server lets this node in, how many mails were given up, and how many people none can reach. It is down for the server
 * alone, since of a mailbox that is gone nothing is to be repaired here.
 */
@Component
final class MailsHealthIndicator extends AbstractHealthIndicator implements MeterBinder {

    /** Since all users are read for it, and probes come every few seconds. */
    private static final Duration KNOWN_FOR = Duration.ofMinutes(5);

    private record Unreachable(long people, Instant at) {}

    private final MailDelivery delivery;
    private final UndeliveredMails undelivered;
    private final People people;
    private final InstantSource clock;
    private volatile Optional<String> serverProblem = Optional.empty();
    private volatile Unreachable last = new Unreachable(0, Instant.MIN);

    MailsHealthIndicator(MailDelivery delivery, UndeliveredMails undelivered, People people, Clock clock) {
        super("The mails that were given up could not be counted");
        this.delivery = delivery;
        this.undelivered = undelivered;
        this.people = people;
        this.clock = clock;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.up()
                .withDetail("undelivered", undelivered.count())
                .withDetail("peopleWithUnusableAddress", unreachable());
        serverProblem.ifPresent(problem -> tellAboutServer(health, problem));
    }

    /** In the background, since a server that hangs takes its time. */
    @Scheduled(initialDelay = 0, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    void lookAtServer() {
        serverProblem = delivery.serverProblem();
    }

    private static void tellAboutServer(Health.Builder health, String problem) {
        health.down()
                .withDetail("problem", problem)
                .withDetail(
                        "remedy",
                        "Look whether it runs and whether the settings SPRING_MAIL_ are right; mails wait, and are tried again for two days.");
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Metric metric = Metric.MAIL_SERVER_REACHABLE;
        Gauge.builder(metric.id(), this, indicator -> indicator.serverProblem.isEmpty() ? 1 : 0)
                .description(metric.help())
                .register(registry);
    }

    private long unreachable() {
        Instant now = clock.instant();
        if (last.at().isBefore(now.minus(KNOWN_FOR))) {
            last = new Unreachable(people.countUnreachable(), now);
        }
        return last.people();
    }
}
