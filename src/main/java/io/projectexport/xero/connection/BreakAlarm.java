package io.projectexport.xero.connection;

import io.projectexport.export.connection.ConnectionAlarm;
import io.projectexport.export.connection.ConnectionBreak;
import io.projectexport.export.connection.ConnectionBreaks;
import io.projectexport.export.connection.ConnectionState;
import io.projectexport.export.connection.ConnectionState.Status;
import io.projectexport.export.connection.XeroConnection;
import io.projectexport.export.permission.People;
import io.projectexport.export.permission.Person;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the administrators once of a break of the connection, from whichever node. */
class BreakAlarm {

    private static final Logger log = LoggerFactory.getLogger(BreakAlarm.class);

    private final ConnectionBreaks breaks;
    private final People people;
    private final ConnectionAlarm alarm;
    private final Optional<XeroConnection> consent;

    /** @param consent empty for a custom connection */
    BreakAlarm(ConnectionBreaks breaks, People people, ConnectionAlarm alarm, Optional<XeroConnection> consent) {
        this.breaks = breaks;
        this.people = people;
        this.alarm = alarm;
        this.consent = consent;
    }

    /** No lock is held meanwhile, because exports would wait for the mail server at it. */
    void tell() {
        Instant now = breaks.now();
        breaks.find()
                .filter(known -> known.isToBeTold(now) && !isUnfinished())
                .filter(known -> breaks.claim(broken -> broken.isToBeTold(now) ? broken.telling(now) : broken))
                .ifPresent(known -> {
                    boolean done = tell(known);
                    breaks.claim(broken -> broken.since().equals(known.since()) ? broken.telling(done) : broken);
                });
    }

    /** Whether nobody has connected yet, or somebody took the consent back here, which is no news to them. */
    private boolean isUnfinished() {
        return consent.map(XeroConnection::state)
                .map(ConnectionState::status)
                .filter(status -> status == Status.NOT_CONNECTED || status == Status.TO_BE_CHOSEN)
                .isPresent();
    }

    /** Whether it is done: one broken mailbox does not have the others told again and again. */
    private boolean tell(ConnectionBreak known) {
        List<Person> reachable =
                people.administrators().stream().filter(Person::getsMail).toList();
        long failures = reachable.stream().filter(admin -> !tell(admin, known)).count();
        return failures == 0 || failures < reachable.size();
    }

    private boolean tell(Person admin, ConnectionBreak known) {
        try {
            String id = "xero-connection-%d-%s".formatted(known.since().getEpochSecond(), admin.userId());
            alarm.connectionBroke(id, admin.email(), known.why());
            return true;
        } catch (RuntimeException failure) {
            log.warn(
                    "{} could not be told that the connection to Xero broke: {}",
                    admin.userId(),
                    failure.getClass().getSimpleName());
            return false;
        }
    }
}
