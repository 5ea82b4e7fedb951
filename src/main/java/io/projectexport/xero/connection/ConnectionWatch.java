package io.projectexport.xero.connection;

import io.projectexport.export.connection.ConnectionAlarm;
import io.projectexport.export.permission.People;
import io.projectexport.export.permission.Person;
import io.projectexport.xero.client.TenantChanged;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;

/** Keeps a consent alive that nobody uses, and tells the administrators once when Xero has ended it. */
class ConnectionWatch {

    private static final Logger log = LoggerFactory.getLogger(ConnectionWatch.class);

    /** Far below the 60 days after which Xero ends what is not used. */
    private static final Duration WEEK = Duration.ofDays(7);

    private final ConsentTokens tokens;
    private final ConsentStore store;
    private final People people;
    private final ConnectionAlarm alarm;
    private final ApplicationEventPublisher events;
    private String lastTenant;

    ConnectionWatch(
            ConsentTokens tokens,
            ConsentStore store,
            People people,
            ConnectionAlarm alarm,
            ApplicationEventPublisher events) {
        this.tokens = tokens;
        this.store = store;
        this.people = people;
        this.alarm = alarm;
        this.events = events;
    }

    @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    void look() {
        quietly(this::noticeTenant);
        quietly(() -> tokens.keepAlive(WEEK));
        quietly(tokens::checkAgain);
        // also when what came before failed, since that may be what is to be told
        quietly(() -> store.find().filter(StoredConsent::toBeTold).ifPresent(broken -> store.change(this::told)));
    }

    private static void quietly(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException failure) {
            // without its text, which names addresses
            log.warn(
                    "The connection to Xero could not be looked after, which is tried again: {}",
                    failure.getClass().getSimpleName());
        }
    }

    /** Each node notices by itself, since only one of them has the administrator's session. */
    private void noticeTenant() {
        String tenant = store.find().map(StoredConsent::tenantId).orElse(null);
        if (!Objects.equals(tenant, lastTenant)) {
            lastTenant = tenant;
            events.publishEvent(new TenantChanged());
        }
    }

    /** The row's lock, held meanwhile, keeps the other nodes from telling it, too. */
    private StoredConsent told(StoredConsent consent) {
        if (!consent.toBeTold()) {
            return consent;
        }
        List<Person> reachable = people.administrators().stream()
                .filter(admin -> admin.getsMail())
                .toList();
        long failures =
                reachable.stream().filter(admin -> !tell(admin, consent)).count();
        // one broken mailbox does not have the others told again and again
        return failures > 0 && failures == reachable.size() ? consent : consent.withAlarm();
    }

    private boolean tell(Person admin, StoredConsent consent) {
        try {
            alarm.connectionBroke("xero-connection-%d-%s".formatted(consent.at(), admin.userId()), admin.email());
            return true;
        } catch (RuntimeException failure) {
            log.warn(
                    "{} could not be told that Xero has to be connected again: {}",
                    admin.userId(),
                    failure.getClass().getSimpleName());
            return false;
        }
    }
}
