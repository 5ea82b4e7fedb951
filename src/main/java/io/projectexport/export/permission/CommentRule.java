package io.projectexport.export.permission;

import io.projectexport.export.text.PlainText;

/** Validation rule for the comments that people write about a project: plain text that can be seen, of a bounded length. */
public final class CommentRule {

    private static final String FIELD = "comment";
    private static final int LONGEST = 2000;

    private CommentRule() {}

    /**
     * The comment as it is stored.
     *
     * @param name what it is called in a refusal, as "reason"
     * @param remedy what to do about a missing one, as "say why the project is rejected"
     * @throws ActionRefused when it is blank, too long, or holds characters that cannot be shown
     */
    public static String check(String comment, String name, String remedy) {
        checkUsable(comment, name);
        String cleaned = PlainText.cleanLines(comment);
        if (cleaned == null) {
            throw ActionRefused.invalid(FIELD, "The %s is missing: %s.".formatted(name, remedy));
        }
        if (comment.length() > LONGEST) {
            throw ActionRefused.invalid(FIELD, "The %s is too long: %d characters fit.".formatted(name, LONGEST));
        }
        return cleaned;
    }

    private static void checkUsable(String comment, String name) {
        if (comment != null) {
            PlainText.firstUnusable(comment).ifPresent(place -> {
                throw ActionRefused.invalid(
                        FIELD,
                        "The %s is not plain text: character %d cannot be used; type it anew.".formatted(name, place));
            });
        }
    }
}
