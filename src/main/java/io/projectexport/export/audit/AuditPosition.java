package io.projectexport.export.audit;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Place of a line in the log, after which the next page begins, however many lines came meanwhile.
 *
 * @param source 1 for the log's own lines, 0 for steps of projects, which come later where the moment is the same
 */
public record AuditPosition(Instant at, int source, long id) {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,11})\\.(\\d{9})-([01])-(\\d{1,18})");

    /** As it stands in an address. */
    public String written() {
        return "%d.%09d-%d-%d".formatted(at.getEpochSecond(), at.getNano(), source, id);
    }

    /** Empty for anything that {@link #written} did not write. */
    public static Optional<AuditPosition> of(String text) {
        Matcher parts = WRITTEN.matcher(text == null ? "" : text);
        return parts.matches()
                ? Optional.of(new AuditPosition(
                        Instant.ofEpochSecond(Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2))),
                        Integer.parseInt(parts.group(3)),
                        Long.parseLong(parts.group(4))))
                : Optional.empty();
    }
}
