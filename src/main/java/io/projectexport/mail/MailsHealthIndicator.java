package io.projectexport.mail;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.projectexport.export.notification.UndeliveredMails;
import io.projectexport.export.permission.People;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/**
 * How many mails were given up, and how many people none can reach; as details of health and as a meter. It is never down, since a mailbox
 * that is gone is no reason to take a node away.
 */
@Component
final class MailsHealthIndicator extends AbstractHealthIndicator implements MeterBinder {

    /** Since all users are read for it, and probes come every few seconds. */
    private static final Duration KNOWN_FOR = Duration.ofMinutes(5);

    private record Unreachable(long people, Instant at) {}

    private final UndeliveredMails undelivered;
    private final People people;
    private final InstantSource clock;
    private volatile Unreachable last = new Unreachable(0, Instant.MIN);

    MailsHealthIndicator(UndeliveredMails undelivered, People people, Clock clock) {
        super("The mails that were given up could not be counted");
        this.undelivered = undelivered;
        this.people = people;
        this.clock = clock;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.up()
                .withDetail("undelivered", undelivered.count())
                .withDetail("peopleWithUnusableAddress", unreachable());
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("project.export.mails.undelivered", undelivered, UndeliveredMails::count)
                .description("Mails about projects that were given up within the last two weeks")
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
