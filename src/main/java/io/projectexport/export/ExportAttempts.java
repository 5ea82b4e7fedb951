package io.projectexport.export;

import java.util.Optional;
import java.util.UUID;

/** The record of calls to Xero; each method commits on its own, whatever becomes of the caller's transaction. */
public interface ExportAttempts {

    Optional<ExportAttempt> last(UUID exportId);

    void add(ExportAttempt attempt);

    void update(ExportAttempt attempt);
}
