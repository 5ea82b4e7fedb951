package io.projectexport.sandbox;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Understands the filter {@code Name=="..."}, with quotes in the name doubled or after a backslash. */
final class NameFilter {

    private static final Pattern FILTER = Pattern.compile("\\s*Name\\s*==\\s*\"((?:[^\"\\\\]|\\\\.|\"\")*)\"\\s*");
    private static final Pattern ESCAPED = Pattern.compile("\\\\(.)|\"(\")");

    private NameFilter() {}

    /** The name; empty for any other filter. */
    static Optional<String> parse(String where) {
        Matcher filter = FILTER.matcher(where);
        return filter.matches() ? Optional.of(unescaped(filter.group(1))) : Optional.empty();
    }

    private static String unescaped(String name) {
        return ESCAPED.matcher(name)
                .replaceAll(m -> Matcher.quoteReplacement(m.group(1) == null ? m.group(2) : m.group(1)));
    }
}
