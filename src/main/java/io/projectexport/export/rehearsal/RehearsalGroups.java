package io.projectexport.export.rehearsal;

import io.projectexport.export.project.Project;
import io.projectexport.export.rehearsal.Rehearsal.Example;
import io.projectexport.export.rehearsal.Rehearsal.Group;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Projects by what would have been otherwise. */
final class RehearsalGroups {

    /** More is no list of examples. */
    private static final int MOST_EXAMPLES = 10;

    private final Map<Deviation, Collected> collected = new LinkedHashMap<>();
    private int asTheyDid;

    private static final class Collected {
        private int projects;
        private int perhaps;
        private List<String> path;
        private final List<Example> examples = new ArrayList<>();
    }

    void add(PastProject project, List<PlayedWay> ways) {
        Map<Deviation, List<PlayedWay>> found = new LinkedHashMap<>();
        ways.forEach(way -> Deviation.of(project, way)
                .forEach(deviation -> found.computeIfAbsent(deviation, none -> new ArrayList<>())
                        .add(way)));
        if (found.isEmpty()) {
            asTheyDid++;
        }
        found.forEach((deviation, its) -> add(project, deviation, its.get(0), its.size() == ways.size()));
    }

    private void add(PastProject project, Deviation deviation, PlayedWay way, boolean isCertain) {
        Collected group = collected.computeIfAbsent(deviation, none -> new Collected());
        if (isCertain) {
            group.projects++;
        } else {
            group.perhaps++;
        }
        if (group.path == null) {
            group.path = way.path();
        }
        if (group.examples.size() < MOST_EXAMPLES) {
            Project about = project.export().project();
            group.examples.add(new Example(project.export().id(), about.number(), about.name(), way.detail()));
        }
    }

    int asTheyDid() {
        return asTheyDid;
    }

    /** @param latest the same projects on the latest deployed version */
    List<Group> all(RehearsalGroups latest) {
        return collected.entrySet().stream()
                .map(entry -> group(entry.getKey(), entry.getValue(), latest.collected.get(entry.getKey())))
                .sorted(Comparator.comparing((Group group) -> group.deviation().kind())
                        .thenComparing(Comparator.comparingInt((Group group) -> group.projects() + group.perhaps())
                                .reversed()))
                .toList();
    }

    private static Group group(Deviation deviation, Collected group, Collected latest) {
        return new Group(
                deviation,
                group.projects,
                group.perhaps,
                latest == null ? 0 : latest.projects + latest.perhaps,
                group.path,
                List.copyOf(group.examples));
    }
}
