package io.projectexport.process.model;

import java.lang.module.ModuleDescriptor.Version;
import java.util.Optional;

/** Order of version tags, which are any text that the model's author chose: 1.10 comes after 1.9. */
public final class VersionTags {

    private VersionTags() {}

    /** Whether the one is higher; a model without a tag comes before every other. Empty where they cannot be compared. */
    public static Optional<Boolean> isHigher(String tag, String than) {
        if (tag == null || than == null) {
            return Optional.of(tag != null);
        }
        return version(tag).flatMap(one -> version(than).map(other -> one.compareTo(other) > 0));
    }

    private static Optional<Version> version(String tag) {
        try {
            return Optional.of(Version.parse(tag.strip().replaceFirst("^[vV]", "")));
        } catch (IllegalArgumentException isNone) {
            return Optional.empty();
        }
    }
}
