package io.projectexport.web.project;

import io.projectexport.export.exactlyonce.ContactChoice;
import io.projectexport.export.permission.ActionRefused;

/**
 * What a person entered about the job's contact, as it came.
 *
 * @param contact which answer was marked; null where the form does not ask, and the name alone counts
 * @param contactName what was typed
 */
public record ContactForm(String contact, String contactName) {

    private static final String ANOTHER = "another";

    /**
     * What was chosen.
     *
     * @throws ActionRefused when that is nothing to choose
     */
    ContactChoice choice() {
        if (contact == null) {
            return ContactChoice.named(contactName);
        }
        return switch (contact) {
            case ANOTHER -> ContactChoice.another(contactName);
            case "none" -> ContactChoice.NONE;
            case "unchanged" -> ContactChoice.UNCHANGED;
            default ->
                throw ActionRefused.invalid("contact", "Client in Xero: choose the one shown, another one, or none.");
        };
    }

    /** The contact that a preview shows while the person is still typing; null for none. */
    String instead(String before) {
        boolean isUnchanged = "unchanged".equals(contact) || contact == null && contactName == null;
        return isUnchanged ? before : "none".equals(contact) ? null : contactName;
    }

    /** Whether this answer is marked; where nobody marked one, a name that was typed stands for another one. */
    public boolean isMarked(String answer) {
        String marked = contact != null ? contact : contactName != null ? ANOTHER : "unchanged";
        return marked.equals(answer);
    }
}
