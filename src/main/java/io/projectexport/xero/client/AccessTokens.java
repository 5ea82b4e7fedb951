package io.projectexport.xero.client;

import io.projectexport.export.accounting.ExportFailure;
import java.util.Optional;

/** What opens one organisation's APIs. */
public interface AccessTokens {

    /** What is valid now. */
    Access current();

    /** Has the next caller fetch a new token, unless that has happened since. */
    void forget(Access refused);

    /** Finds out whether a call was forbidden because the organisation is not connected any more; empty where it is, or nobody knows. */
    default Optional<ExportFailure> forbidden(Access access) {
        return Optional.empty();
    }

    /** Id of the organisation that is connected, as long as there is one. Makes no call. */
    Optional<String> organisation();

    /** What people call this organisation; its id where no name is known. */
    default String organisationName(String id) {
        return id;
    }

    /** What people can do when there is none. */
    String remedy();

    /**
     * A token and what it is for.
     *
     * @param tenantId null where the token belongs to one organisation anyway
     */
    record Access(String token, String tenantId) {

        /** Leaves the secret out. */
        @Override
        public String toString() {
            return "Access[tenantId=%s]".formatted(tenantId);
        }
    }
}
