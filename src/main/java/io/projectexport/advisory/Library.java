package io.projectexport.advisory;

import org.apache.maven.artifact.versioning.ComparableVersion;

/**
 * A library in the jar.
 *
 * @param name group and artifact, as OSV writes them: {@code org.postgresql:postgresql}
 */
record Library(String name, String version) {

    boolean isAtLeast(String other) {
        return comparable().compareTo(new ComparableVersion(other)) >= 0;
    }

    boolean isAfter(String other) {
        return comparable().compareTo(new ComparableVersion(other)) > 0;
    }

    private ComparableVersion comparable() {
        return new ComparableVersion(version);
    }
}
