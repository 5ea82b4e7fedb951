package io.projectexport.export.diagnostics;

/**
 * A fact about the installation.
 *
 * @param problem what is wrong with it and what to do; null where it is as it should be
 */
public record Fact(String label, String value, String problem) {

    public static Fact of(String label, String value) {
        return new Fact(label, value, null);
    }
}
