package io.projectexport.web.mapping;

import java.util.List;

/** A list in a sentence, no longer than a person reads it. */
public final class Several {

    private Several() {}

    /** The first of them, and how many more there are. */
    public static String of(List<?> items, int most) {
        List<String> first = items.stream().limit(most).map(String::valueOf).toList();
        return items.size() <= most
                ? String.join(", ", first)
                : "%s and %d more".formatted(String.join(", ", first), items.size() - most);
    }
}
