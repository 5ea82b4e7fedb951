package io.projectexport.web.mapping;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The one way in which a file writes its values of a kind.
 *
 * @param ways in which people write such values
 * @param declared null when the values leave it open
 * @param isChosen whether a person said so, and not the values
 * @param example a value for which it matters; null when there is none
 */
public record FileReading(List<ValueReading> ways, ValueReading declared, boolean isChosen, String example) {

    /**
     * What somebody chose, or the only way in which all values can be read.
     *
     * @param chosen the name of a way; null when nobody chose
     */
    static FileReading of(List<ValueReading> ways, Collection<String> values, String chosen) {
        String example = values.stream()
                .filter(value -> readings(ways, value).size() > 1)
                .findFirst()
                .orElseGet(() -> values.stream()
                        .filter(value -> readings(ways, value).stream().anyMatch(read -> !read.equals(value)))
                        .findFirst()
                        .orElse(null));
        for (ValueReading way : ways) {
            if (way.name().equals(chosen)) {
                return new FileReading(ways, way, true, example);
            }
        }
        return new FileReading(ways, only(ways, values), false, example);
    }

    /** What somebody chose for an earlier file, unless a value of this one cannot be read so. */
    static FileReading remembered(List<ValueReading> ways, Collection<String> values, String chosen) {
        boolean isFitting = ways.stream()
                .filter(way -> way.name().equals(chosen))
                .anyMatch(way -> legible(ways, values).stream()
                        .allMatch(value -> way.read(value).isPresent()));
        return of(ways, values, isFitting ? chosen : null);
    }

    private static List<String> legible(List<ValueReading> ways, Collection<String> values) {
        return values.stream().filter(value -> !readings(ways, value).isEmpty()).toList();
    }

    private static ValueReading only(List<ValueReading> ways, Collection<String> values) {
        List<String> legible = legible(ways, values);
        List<ValueReading> fitting = ways.stream()
                .filter(way ->
                        legible.stream().allMatch(value -> way.read(value).isPresent()))
                .toList();
        boolean isTheSame =
                legible.stream().allMatch(value -> readings(ways, value).size() == 1);
        return fitting.size() == 1 || fitting.size() > 1 && isTheSame ? fitting.get(0) : null;
    }

    private static List<String> readings(List<ValueReading> ways, String value) {
        return ways.stream().flatMap(way -> way.read(value).stream()).distinct().toList();
    }

    /** The value as the API takes it; empty when it is not written in the file's way, or can be read in two. */
    public Optional<String> read(String value) {
        if (declared != null) {
            return declared.read(value);
        }
        List<String> readings = readings(ways, value);
        return readings.size() == 1 ? Optional.of(readings.get(0)) : Optional.empty();
    }

    /** Whether a person has to say how it is meant. */
    boolean isOpen(String value) {
        return declared == null && readings(ways, value).size() > 1;
    }
}
