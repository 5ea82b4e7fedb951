package io.projectexport.export.audit;

import java.time.Instant;
import java.util.List;

/**
 * Which lines are asked for; null and empty for all.
 *
 * @param userId login of who did it
 * @param from first moment
 * @param until moment before which it happened
 * @param words each of which stands in the line, or finds its project
 */
public record AuditFilter(AuditKind kind, String userId, Instant from, Instant until, List<String> words) {

    public AuditFilter {
        words = List.copyOf(words);
    }
}
