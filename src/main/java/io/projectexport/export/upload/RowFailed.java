package io.projectexport.export.upload;

/** Failure of a row for a reason that nobody foresaw; its message names the reference that people are told. */
public final class RowFailed extends RuntimeException {

    RowFailed(String reference, RuntimeException cause) {
        super("A row of an upload could not be submitted, reference " + reference, cause);
    }
}
