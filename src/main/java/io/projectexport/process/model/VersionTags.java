package io.projectexport.process.model;

import java.lang.module.ModuleDescriptor.Version;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Order of version tags, which are any text that the model's author chose: 1.10 comes after 1.9. */
public final class VersionTags {

    private static final Pattern LAST_NUMBER = Pattern.compile("^(.*\\D|)(\\d+)$");

    private VersionTags() {}

    /** Whether the one is higher; a model without a tag comes before every other. Empty where they cannot be compared. */
    public static Optional<Boolean> isHigher(String tag, String than) {
        if (tag == null || than == null) {
            return Optional.of(tag != null);
        }
        return version(tag).flatMap(one -> version(than).map(other -> one.compareTo(other) > 0));
    }

    /** A tag that is higher than this one: its last number plus one, or 1 where it has none. */
    public static String next(String tag) {
        if (tag == null || tag.isBlank()) {
            return "1";
        }
        Matcher last = LAST_NUMBER.matcher(tag.strip());
        return last.matches() ? last.group(1) + new BigInteger(last.group(2)).add(BigInteger.ONE) : tag.strip() + ".1";
    }

    private static Optional<Version> version(String tag) {
        try {
            return Optional.of(Version.parse(tag.strip().replaceFirst("^[vV]", "")));
        } catch (IllegalArgumentException isNone) {
            return Optional.empty();
        }
    }
}
