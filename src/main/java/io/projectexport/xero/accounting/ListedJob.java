package io.projectexport.xero.accounting;

import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * A job as Xero lists it.
 *
 * @param id as it came, so it can be missing
 * @param description tells {@link #details}; only when somebody asks, since most jobs of a list are nobody's
 */
record ListedJob(UUID id, String name, Supplier<String> description) {

    ListedJob(UUID id, String name, String details) {
        this(id, name, () -> details);
    }

    /** The same job, as when Xero lists it on two pages. */
    @Override
    public boolean equals(Object other) {
        return other instanceof ListedJob job && Objects.equals(id, job.id) && Objects.equals(name, job.name);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, name);
    }

    /** As {@link io.projectexport.export.accounting.FoundJob#details}. */
    String details() {
        return description.get();
    }
}
