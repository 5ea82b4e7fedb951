package io.projectexport.advisory;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What advisories say about libraries, gathered one by one; a line each, sorted by library. */
final class KnownVulnerabilities {

    private final List<Library> libraries;
    private final SortedSet<String> found = new TreeSet<>();
    private int advisories;

    KnownVulnerabilities(List<Library> libraries) {
        this.libraries = libraries;
    }

    void add(Advisory advisory) {
        if (advisory.isAboutMaven()) {
            advisories++;
            libraries.stream().filter(advisory::holds).forEach(library -> found.add(line(library, advisory)));
        }
    }

    private static String line(Library library, Advisory advisory) {
        String names = Stream.concat(Stream.of(advisory.id()), advisory.aliases().stream())
                .collect(Collectors.joining(", "));
        String remedy = advisory.fixedIn(library)
                .map(version -> "Fixed in " + version + ".")
                .orElse("Not fixed.");
        String summary =
                advisory.summary() == null ? "" : advisory.summary().strip().replaceAll("\\.?$", ".") + " ";
        return "%s %s: %s: %s%s"
                .formatted(library.name(), library.version(), names, summary, remedy)
                .replaceAll("\\p{Cntrl}+", " ");
    }

    /** How many of them are about libraries of Maven at all. */
    int advisories() {
        return advisories;
    }

    SortedSet<String> found() {
        return found;
    }
}
