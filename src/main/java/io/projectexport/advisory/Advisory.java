package io.projectexport.advisory;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.artifact.versioning.ComparableVersion;

/**
 * What is known about a vulnerability, in the format of <a href="https://ossf.github.io/osv-schema/">OSV</a>.
 *
 * @param withdrawn since when it is none; null where it stands
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Advisory(
        String id,
        @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> aliases,
        String summary,
        String withdrawn,
        @JsonSetter(nulls = Nulls.AS_EMPTY) List<Affected> affected) {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Affected(
            @JsonProperty("package") Name name,
            @JsonSetter(nulls = Nulls.AS_EMPTY) List<Range> ranges,
            @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> versions) {

        boolean isMaven() {
            return name != null && name.ecosystem() != null && name.ecosystem().matches("Maven(:.*)?");
        }

        boolean holds(Library library) {
            return isMaven()
                    && library.name().equals(name.name())
                    && (versions.contains(library.version())
                            || ranges.stream().anyMatch(range -> range.holds(library)));
        }

        private Stream<String> fixedAfter(Library library) {
            return ranges.stream()
                    .flatMap(range -> range.events().stream())
                    .map(Event::fixed)
                    .filter(Objects::nonNull)
                    .filter(fixed -> !library.isAtLeast(fixed));
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Name(String ecosystem, String name) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Range(
            String type, @JsonSetter(nulls = Nulls.AS_EMPTY) List<Event> events) {

        /** Whether the last of its events that is not after the library's version left that vulnerable. */
        boolean holds(Library library) {
            return "ECOSYSTEM".equals(type)
                    && events.stream()
                            .filter(event -> event.hasHappened(library))
                            .max(Comparator.comparing(Event::version))
                            .filter(event -> event.introduced() != null)
                            .isPresent();
        }
    }

    /** One of the three is set. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Event(
            String introduced,
            String fixed,
            @JsonProperty("last_affected") String lastAffected) {

        boolean hasHappened(Library library) {
            if (lastAffected != null) {
                return library.isAfter(lastAffected);
            }
            return fixed != null
                    ? library.isAtLeast(fixed)
                    : "0".equals(introduced) || introduced != null && library.isAtLeast(introduced);
        }

        ComparableVersion version() {
            return new ComparableVersion(Stream.of(introduced, fixed, lastAffected)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse("0"));
        }
    }

    boolean isAboutMaven() {
        return affected.stream().anyMatch(Affected::isMaven);
    }

    boolean holds(Library library) {
        return withdrawn == null && affected.stream().anyMatch(each -> each.holds(library));
    }

    /** The first version of the library that it no longer holds for; none where nobody has fixed it. */
    Optional<String> fixedIn(Library library) {
        return affected.stream()
                .filter(each -> each.holds(library))
                .flatMap(each -> each.fixedAfter(library))
                .min(Comparator.comparing(ComparableVersion::new));
    }
}
