package io.projectexport.export.audit;

/** Port that keeps entries for good. */
public interface AuditLog {

    /** Appends in the transaction that runs, or alone where none does. */
    void add(AuditEntry entry);
}
