package io.projectexport.export.project;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where a project is built; each part is null when not given. */
public record Address(String street, String city, String state, String postalCode, String country) {

    /** The address on one line, for people; empty when nothing of it is known. */
    public String oneLine() {
        String town = join(" ", city, state, postalCode);
        return join(", ", street, town.isEmpty() ? null : town, country);
    }

    private static String join(String separator, String... parts) {
        return Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining(separator));
    }
}
