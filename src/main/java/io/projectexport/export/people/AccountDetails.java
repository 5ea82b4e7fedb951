package io.projectexport.export.people;

import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.permission.FieldError;
import io.projectexport.export.permission.UserName;
import io.projectexport.export.text.EmailAddress;
import io.projectexport.export.text.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who somebody is, as an administrator entered it and it can be stored.
 *
 * @param firstName null for none, as is the last name; one of them is there
 */
public record AccountDetails(String userId, String firstName, String lastName, String email) {

    private static final int LONGEST_NAME = 100;

    /**
     * Checks what was typed.
     *
     * @throws ActionRefused naming every field that breaks a rule
     */
    static AccountDetails checked(Map<AccountField, String> typed) {
        List<FieldError> errors = new ArrayList<>();
        AccountDetails details = new AccountDetails(
                userName(typed, errors),
                name(AccountField.FIRST_NAME, typed, errors),
                name(AccountField.LAST_NAME, typed, errors),
                email(typed, errors));
        if (errors.isEmpty() && details.firstName == null && details.lastName == null) {
            add(errors, AccountField.FIRST_NAME, "or last name is missing: enter one, as colleagues know the person.");
        }
        if (!errors.isEmpty()) {
            throw ActionRefused.invalid(errors);
        }
        return details;
    }

    private static String userName(Map<AccountField, String> typed, List<FieldError> errors) {
        String userId = typed.getOrDefault(AccountField.USER_ID, "").strip();
        Optional<String> problem = userId.isEmpty()
                ? Optional.of("is missing: enter what the person logs in with, as anna.keller.")
                : UserName.problem(userId);
        problem.ifPresent(text -> add(errors, AccountField.USER_ID, text));
        return userId;
    }

    private static String name(AccountField field, Map<AccountField, String> typed, List<FieldError> errors) {
        String text = typed.getOrDefault(field, "");
        PlainText.firstUnusable(text)
                .ifPresent(place -> add(
                        errors,
                        field,
                        "is not plain text: character %d cannot be used; type it anew.".formatted(place)));
        String name = PlainText.clean(text);
        if (name != null && name.codePointCount(0, name.length()) > LONGEST_NAME) {
            add(errors, field, "is too long: %d characters fit.".formatted(LONGEST_NAME));
        }
        return name;
    }

    private static String email(Map<AccountField, String> typed, List<FieldError> errors) {
        String text = PlainText.clean(typed.get(AccountField.EMAIL));
        if (text == null) {
            add(errors, AccountField.EMAIL, "is missing: the link to set a password goes there.");
            return null;
        }
        try {
            return EmailAddress.parse(text).toString();
        } catch (EmailAddress.Unusable unusable) {
            add(errors, AccountField.EMAIL, unusable.getMessage());
            return null;
        }
    }

    private static void add(List<FieldError> errors, AccountField field, String problem) {
        errors.add(new FieldError(field.key(), field.label() + " " + problem));
    }
}
