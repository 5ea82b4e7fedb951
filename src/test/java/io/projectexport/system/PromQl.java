package io.projectexport.system;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a query in PromQL reads: the names of series, each with the matchers of its labels. */
final class PromQl {

    private static final Pattern SELECTOR = Pattern.compile("([a-zA-Z_][\\w:]*)\\s*(\\{[^}]*})?(?!\\s*\\(|\\w)");
    private static final Pattern LABELS_OF_OPERATOR =
            Pattern.compile("\\b(by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)");
    private static final Pattern RANGES = Pattern.compile("\\[[^]]*]|\\boffset\\s+\\w+|\\b\\d+(\\.\\d+)?[a-z]*\\b");
    private static final Set<String> WORDS = Set.of("and", "or", "unless", "bool");

    /** @param matchers as {@code outcome="synced"}; empty for none */
    record Selector(String name, List<String> matchers) {}

    private PromQl() {}

    static List<Selector> selectors(String query) {
        String series = LABELS_OF_OPERATOR.matcher(query).replaceAll(" ");
        return SELECTOR.matcher(RANGES.matcher(series).replaceAll(" "))
                .results()
                .filter(found -> !WORDS.contains(found.group(1)))
                .map(found -> new Selector(found.group(1), matchers(found.group(2))))
                .toList();
    }

    private static List<String> matchers(String braces) {
        return braces == null
                ? List.of()
                : Stream.of(braces.substring(1, braces.length() - 1).split(",(?=\\s*\\w+[=!])"))
                        .map(String::strip)
                        .toList();
    }
}
