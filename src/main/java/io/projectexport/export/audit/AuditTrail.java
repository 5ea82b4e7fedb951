package io.projectexport.export.audit;

import java.util.List;
import java.util.Optional;

/** Port to all lines: those of the log and the steps of all projects. */
public interface AuditTrail {

    /**
     * The next lines, the newest first.
     *
     * @param after the last line of the page before; empty for the first page
     */
    List<AuditLine> read(AuditFilter filter, Optional<AuditPosition> after, int size);
}
