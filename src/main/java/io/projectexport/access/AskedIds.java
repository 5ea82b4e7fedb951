package io.projectexport.access;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The ids that a query asks for, which the engine takes to be all when it names none. */
final class AskedIds {

    private AskedIds() {}

    static Set<String> among(Set<String> ids, String[] asked) {
        Set<String> wanted = new TreeSet<>(ids);
        if (asked != null && asked.length > 0) {
            wanted.retainAll(List.of(asked));
        }
        return wanted;
    }
}
