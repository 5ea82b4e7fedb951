package io.projectexport.system;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Somebody in one combination of the six groups, and what the rules say of such a person: written down here from the rules alone, as
 * the measure of the application.
 */
record Member(String userId, Set<String> groups) {

    private static final List<String> GROUPS = List.of(
            "portfolio", "erp-standard", "erp-admin", "can-push-to-accounting", "process-owners", "camunda-admin");

    /** One for each combination. */
    static Stream<Member> all() {
        return IntStream.range(0, 1 << GROUPS.size()).mapToObj(Member::of);
    }

    /** The combinations that people have in a real installation, and the nearest misses. */
    static Stream<Member> representative() {
        return Stream.of(
                        Set.<String>of(),
                        Set.of("portfolio"),
                        Set.of("can-push-to-accounting"),
                        Set.of("erp-standard"),
                        Set.of("erp-admin"),
                        Set.of("erp-standard", "can-push-to-accounting"),
                        Set.of("erp-admin", "can-push-to-accounting"),
                        Set.of("portfolio", "can-push-to-accounting"),
                        Set.of("portfolio", "erp-standard", "can-push-to-accounting"),
                        Set.of("process-owners"),
                        Set.of("camunda-admin"),
                        Set.of("camunda-admin", "can-push-to-accounting"),
                        Set.of("camunda-admin", "erp-admin"))
                .map(groups -> all().filter(member -> member.groups.equals(groups))
                        .findFirst()
                        .orElseThrow());
    }

    private static Member of(int combination) {
        Set<String> groups = IntStream.range(0, GROUPS.size())
                .filter(group -> (combination >> group & 1) == 1)
                .mapToObj(GROUPS::get)
                .collect(Collectors.toUnmodifiableSet());
        return new Member("member-" + combination, groups);
    }

    boolean submits() {
        return groups.contains("portfolio");
    }

    boolean decides() {
        return groups.contains("can-push-to-accounting")
                && (groups.contains("erp-standard") || groups.contains("erp-admin"));
    }

    boolean readsAll() {
        return Stream.of("erp-standard", "erp-admin", "process-owners", "camunda-admin")
                .anyMatch(groups::contains);
    }

    @Override
    public String toString() {
        return groups.isEmpty() ? "nobody's member" : groups.stream().sorted().collect(Collectors.joining(" + "));
    }
}
