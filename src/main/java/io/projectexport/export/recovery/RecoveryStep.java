package io.projectexport.export.recovery;

/** The step before which a process begins anew. */
public enum RecoveryStep {
    REVIEW,
    /** The export to Xero, which asks first what became of an earlier call. */
    EXPORT,
    RESOLVE,
    CORRECT
}
