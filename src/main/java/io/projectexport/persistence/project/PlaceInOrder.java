package io.projectexport.persistence.project;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What stands before and after one row in an order, as conditions that an index answers: a row without a value stands last in
 * both directions, so that each side falls into at most two stretches.
 *
 * @param nullable whether rows may have no value
 * @param value of the row; null when it has none
 */
record PlaceInOrder(String column, boolean descending, boolean nullable, Object value) {

    private static final String NEAREST = "(select id from project_export%s and %s order by %s %s, id %4$s limit 1)";
    private static final String COUNT =
            "(select count(*) from (select 1 as one from project_export%s and %s limit :most) stretch%d)";

    /** The nearest first. */
    private List<String> before() {
        String smaller = descending ? ">" : "<";
        return value == null
                ? List.of(column + " is null and id " + smaller + " :id", column + " is not null")
                : List.of("(%s, id) %s (:value, :id)".formatted(column, smaller));
    }

    private List<String> after() {
        String larger = descending ? "<" : ">";
        if (value == null) {
            return List.of(column + " is null and id " + larger + " :id");
        }
        String rest = "(%s, id) %s (:value, :id)".formatted(column, larger);
        return nullable ? List.of(rest, column + " is null") : List.of(rest);
    }

    /** Number of rows before, each stretch counted as far as {@code :most}. */
    String ahead(String where) {
        List<String> stretches = before();
        return IntStream.range(0, stretches.size())
                .mapToObj(i -> COUNT.formatted(where, stretches.get(i), i))
                .collect(Collectors.joining(" + "));
    }

    String previous(String where) {
        return nearest(where, before(), descending ? "asc" : "desc");
    }

    String next(String where) {
        return nearest(where, after(), descending ? "desc" : "asc");
    }

    private String nearest(String where, List<String> stretches, String direction) {
        return stretches.stream()
                .map(stretch -> NEAREST.formatted(where, stretch, column, direction))
                .collect(Collectors.joining(", ", "coalesce(", ")"));
    }
}
