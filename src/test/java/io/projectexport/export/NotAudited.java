package io.projectexport.export;

import io.projectexport.export.audit.Actor;
import io.projectexport.export.audit.WriteAudit;
import io.projectexport.export.project.HistoryEntry;
import java.time.Clock;

/** An audit log for parts of the application in whose tests nobody reads it. */
public final class NotAudited {

    public static final WriteAudit AUDIT =
            new WriteAudit(entry -> {}, () -> new Actor(HistoryEntry.SYSTEM, null), Clock.systemUTC());

    private NotAudited() {}
}
