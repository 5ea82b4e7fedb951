package io.projectexport.export.audit;

import io.projectexport.export.project.HistoryEntry;

/**
 * Who does something, and from where.
 *
 * @param userId login; {@link HistoryEntry#SYSTEM} where the application itself does it
 * @param address of the network from which it was asked for; null where no request did
 */
public record Actor(String userId, String address) {

    /** Stands for whoever tries to log in by a name that nobody has, which may be a password typed in the wrong place. */
    public static final String UNKNOWN = "unknown name";
}
