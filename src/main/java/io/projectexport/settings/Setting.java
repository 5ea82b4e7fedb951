package io.projectexport.settings;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.core.env.Environment;

/**
 * One setting and what is right for it.
 *
 * @param property Spring's name of it; the environment variable has the same name in capitals with underscores
 * @param expected what it has to be, to complete the sentence "it must be …"
 * @param needed whether this environment needs it
 * @param defaulted whether {@code application.yaml} says what holds without it, which an empty value would undo
 */
record Setting(
        String property, String expected, Predicate<Environment> needed, Predicate<String> valid, boolean defaulted) {

    static Setting required(String property, String expected, Predicate<String> valid) {
        return new Setting(property, expected, environment -> true, valid, false);
    }

    static Setting defaulted(String property, String expected, Predicate<String> valid) {
        return new Setting(property, expected, environment -> false, valid, true);
    }

    String variable() {
        return variable(property);
    }

    /** The environment variable of a property. */
    static String variable(String property) {
        return property.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
    }

    /** What is wrong in this environment, as a sentence that never contains the value, since that may be a secret. */
    Optional<String> problem(Environment environment) {
        String value = environment.getProperty(property, "");
        if (value.isBlank() && defaulted && environment.containsProperty(property)) {
            return Optional.of("%s is empty: set it to %s or remove it.".formatted(variable(), expected));
        }
        if (value.isBlank()) {
            return needed.test(environment)
                    ? Optional.of("%s is missing: set it to %s.".formatted(variable(), expected))
                    : Optional.empty();
        }
        return valid.test(value)
                ? Optional.empty()
                : Optional.of("%s is wrong: it must be %s.".formatted(variable(), expected));
    }
}
