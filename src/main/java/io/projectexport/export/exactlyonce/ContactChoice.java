package io.projectexport.export.exactlyonce;

import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.text.PlainText;
import java.util.Objects;

/**
 * What an approver chose as the project's client in Xero, where jobs have a contact.
 *
 * @param kind what was chosen
 * @param name the contact's name, cleaned; null unless it is {@link Kind#ANOTHER}
 */
public record ContactChoice(Kind kind, String name) {

    /** Which contact the job gets. */
    public enum Kind {
        /** The client that was submitted, or the one that was approved before. */
        UNCHANGED,
        ANOTHER,
        NONE
    }

    public static final ContactChoice UNCHANGED = new ContactChoice(Kind.UNCHANGED, null);
    public static final ContactChoice NONE = new ContactChoice(Kind.NONE, null);

    private static final String FIELD = "contactName";
    private static final int MAX_LENGTH = 255;

    public ContactChoice {
        name = kind == Kind.ANOTHER ? checked(name) : null;
    }

    /**
     * The contact of this name.
     *
     * @throws ActionRefused when that is no name
     */
    public static ContactChoice another(String name) {
        return new ContactChoice(Kind.ANOTHER, name);
    }

    /**
     * As programs say it: unchanged when it is null, none when there is nothing to be seen in it.
     *
     * @throws ActionRefused when that is no name
     */
    public static ContactChoice named(String contactName) {
        if (contactName == null) {
            return UNCHANGED;
        }
        boolean isNothing = PlainText.firstUnusable(contactName).isEmpty() && PlainText.clean(contactName) == null;
        return isNothing ? NONE : another(contactName);
    }

    /** The contact that the job gets, null for none. */
    public String instead(String before) {
        return kind == Kind.UNCHANGED ? before : name;
    }

    /** What it changes, in words for the history; null when that is nothing. */
    public String inWords(String before) {
        String chosen = instead(before);
        if (Objects.equals(chosen, before)) {
            return null;
        }
        String words = chosen == null ? "No client in Xero" : "Client in Xero: " + chosen;
        return before == null ? words : words + " instead of " + before;
    }

    private static String checked(String name) {
        String text = Objects.requireNonNullElse(name, "");
        PlainText.firstUnusable(text).ifPresent(place -> {
            throw refused("is not plain text: character %d cannot be used; type it anew.".formatted(place));
        });
        String contact = PlainText.clean(text);
        if (contact == null) {
            throw refused("is missing: enter the name of the client, or choose another answer.");
        }
        if (contact.length() > MAX_LENGTH) {
            throw refused("must have at most %d characters.".formatted(MAX_LENGTH));
        }
        return contact;
    }

    private static ActionRefused refused(String problem) {
        return ActionRefused.invalid(FIELD, "Xero contact " + problem);
    }
}
