package io.projectexport.xero.connection;

import io.projectexport.export.accounting.Accounting;
import io.projectexport.export.accounting.ExportFailure;
import io.projectexport.export.connection.AskedConnection;
import io.projectexport.export.connection.ConnectionBreaks;
import io.projectexport.export.connection.ConnectionCheck;
import io.projectexport.export.outage.DatabaseOutage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Looks after the connection: asks Xero from time to time whether a break is over, and has the administrators told. What a call says about
 * the connection is noted where every call is, so that this one need not read its answer.
 */
class ConnectionWatch implements ConnectionCheck {

    private static final Logger log = LoggerFactory.getLogger(ConnectionWatch.class);

    private static final Duration TOLD_FOR = Duration.ofHours(1);

    private final List<Runnable> upkeep;
    private final ConnectionBreaks breaks;
    private final Accounting accounting;
    private final BreakAlarm alarm;
    private final Executor background;
    private final AtomicBoolean isAsked = new AtomicBoolean();
    private volatile AskedConnection last;

    /** @param upkeep what else there is to do, in its order */
    ConnectionWatch(
            List<Runnable> upkeep,
            ConnectionBreaks breaks,
            Accounting accounting,
            BreakAlarm alarm,
            Executor background) {
        this.upkeep = upkeep;
        this.breaks = breaks;
        this.accounting = accounting;
        this.alarm = alarm;
        this.background = background;
    }

    @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    void look() {
        upkeep.forEach(ConnectionWatch::quietly);
        // before Xero is asked, since what may be read can be refused to be created all the same
        quietly(alarm::tell);
        quietly(this::askWhenBroken);
    }

    /** However often somebody asks, one question is under way. */
    @Override
    public void soon() {
        if (isAsked.compareAndSet(false, true)) {
            background.execute(() -> {
                try {
                    quietly(this::ask);
                    look();
                } finally {
                    isAsked.set(false);
                }
            });
        }
    }

    @Override
    public Optional<AskedConnection> last() {
        return Optional.ofNullable(last)
                .filter(asked -> asked.at().isAfter(breaks.now().minus(TOLD_FOR)));
    }

    /** One of the nodes, so that a break costs few calls. */
    private void askWhenBroken() {
        Instant now = breaks.now();
        boolean isDue = breaks.find().filter(known -> known.isToBeLookedAt(now)).isPresent();
        if (isDue && breaks.claim(known -> known.isToBeLookedAt(now) ? known.looked(now) : known)) {
            ask();
        }
    }

    private void ask() {
        try {
            accounting.check();
            last = new AskedConnection(breaks.now(), List.of());
        } catch (ExportFailure failure) {
            last = new AskedConnection(breaks.now(), failure.errors());
            log.info("Xero was asked whether it accepts the connection: {}", failure.getMessage());
        }
    }

    private static void quietly(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException failure) {
            if (DatabaseOutage.of(failure).isEmpty()) {
                // without its text, which names addresses
                log.warn(
                        "The connection to Xero could not be looked after, which is tried again: {}",
                        failure.getClass().getSimpleName());
            }
        }
    }
}
