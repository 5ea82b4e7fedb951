package io.projectexport.export.permission;

/**
 * Where a project waits.
 *
 * @param name of the step, as the model calls it
 * @param who it waits for, for example ERP administrators; null where it goes on without a person
 */
public record WaitingPlace(String name, String who) {

    /** For example: “Confirm as director” for ERP administrators. */
    public String inWords() {
        return who == null ? "“%s”".formatted(name) : "“%s” for %s".formatted(name, who);
    }
}
