package io.projectexport.export.permission;

import io.projectexport.export.project.HistoryEntry;
import java.util.Optional;
import java.util.regex.Pattern;

/** Rule for user names: e-mail addresses too, but no comma, since the models separate users by commas. */
public final class UserName {

    /** For the engine, which checks every id that it is asked about. */
    public static final String PATTERN = "[a-zA-Z0-9._@+-]+";

    public static final int LONGEST = 64;

    private static final Pattern NAME = Pattern.compile(PATTERN);

    private UserName() {}

    /** Why nobody can be called so, to be said after the name of the field; empty when somebody can. */
    public static Optional<String> problem(String name) {
        if (name.length() > LONGEST) {
            return Optional.of("is too long: %d characters fit.".formatted(LONGEST));
        }
        if (!NAME.matcher(name).matches()) {
            return Optional.of(
                    "may have letters from a to z, digits and . _ @ + - only, as anna.keller: type it anew.");
        }
        return HistoryEntry.SYSTEM.equalsIgnoreCase(name)
                ? Optional.of(
                        "cannot be “%s”, which histories call this application: choose another one.".formatted(name))
                : Optional.empty();
    }

    public static boolean isUsable(String name) {
        return problem(name).isEmpty();
    }
}
