package io.projectexport.xero.accounting;

import io.projectexport.xero.failure.ExportFailureFactory;
import java.util.UUID;

/** Ids that Xero gives; a success can come without one, or with zeros in its place. */
final class XeroIds {

    private static final UUID ZEROS = new UUID(0, 0);

    private XeroIds() {}

    static UUID required(UUID id) {
        if (id == null || id.equals(ZEROS)) {
            throw ExportFailureFactory.withoutId();
        }
        return id;
    }
}
