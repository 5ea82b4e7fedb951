package io.projectexport.settings;

import java.util.List;

/** The settings do not allow a start. */
final class SettingsInvalid extends RuntimeException {

    private final transient List<String> problems;

    SettingsInvalid(List<String> problems) {
        super(String.join(" ", problems));
        this.problems = List.copyOf(problems);
    }

    /** One sentence for each. */
    List<String> problems() {
        return problems;
    }
}
