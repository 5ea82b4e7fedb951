package io.projectexport.export.audit;

import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Use case: notes who changes what, in the transaction of the change, so that there is never the one without the other. */
@Service
@Transactional
public class WriteAudit {

    private final AuditLog log;
    private final CurrentActor actor;
    private final Clock clock;

    public WriteAudit(AuditLog log, CurrentActor actor, Clock clock) {
        this.log = log;
        this.actor = actor;
        this.clock = clock;
    }

    /** Of whoever acts at this moment. */
    public void write(AuditedChange change) {
        write(actor.get(), change, 1);
    }

    /** Of this person, whose request it is. */
    public void writeAs(String userId, AuditedChange change) {
        write(new Actor(userId, actor.get().address()), change, 1);
    }

    /** @param times how often it happened until now */
    public void write(Actor who, AuditedChange change, long times) {
        log.add(new AuditEntry(clock.instant(), who, change, times));
    }
}
