package io.projectexport.process.rule.version;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A version tag of numbers, as 1.3 or v1.3.2; others cannot be put in an order. */
record VersionTag(List<BigInteger> numbers) implements Comparable<VersionTag> {

    static Optional<VersionTag> of(String text) {
        String bare = text.replaceFirst("^[vV]", "");
        return bare.matches("\\d{1,9}([.-]\\d{1,9})*")
                ? Optional.of(new VersionTag(
                        Arrays.stream(bare.split("[.-]")).map(BigInteger::new).toList()))
                : Optional.empty();
    }

    @Override
    public int compareTo(VersionTag other) {
        int length = Math.max(numbers.size(), other.numbers.size());
        return Stream.iterate(0, i -> i < length, i -> i + 1)
                .map(i -> number(i).compareTo(other.number(i)))
                .filter(difference -> difference != 0)
                .findFirst()
                .orElse(0);
    }

    private BigInteger number(int index) {
        return index < numbers.size() ? numbers.get(index) : BigInteger.ZERO;
    }
}
