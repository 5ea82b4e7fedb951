package io.projectexport.export.bulk;

/** Failure of a row for a reason that nobody foresaw; its message names the reference that people are told. */
public final class RowFailed extends RuntimeException {

    RowFailed(String reference, RuntimeException cause) {
        super("A row could not be worked off, reference " + reference, cause);
    }
}
