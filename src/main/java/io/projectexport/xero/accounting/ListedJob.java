package io.projectexport.xero.accounting;

import java.util.UUID;

/**
 * A job as Xero lists it.
 *
 * @param id as it came, so it can be missing
 * @param details as {@link io.projectexport.export.accounting.FoundJob#details}
 */
record ListedJob(UUID id, String name, String details) {}
