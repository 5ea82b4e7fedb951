package io.projectexport.export.reasons;

import java.util.List;
import java.util.stream.Stream;

/** Setting with the reasons to begin with. */
public record ConfiguredReasons(List<String> reasons) {

    /** @param text with a bar between two of them */
    public static ConfiguredReasons of(String text) {
        return new ConfiguredReasons(Stream.of(text.split("\\|"))
                .map(String::strip)
                .filter(reason -> !reason.isEmpty())
                .toList());
    }
}
