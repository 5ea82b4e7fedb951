package io.projectexport.export.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.permission.FieldError;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountDetailsTest {

    private final Map<AccountField, String> typed = new EnumMap<>(Map.of(
            AccountField.USER_ID, " anna.keller ",
            AccountField.FIRST_NAME, " Anna\u200B  Maria ",
            AccountField.LAST_NAME, "",
            AccountField.EMAIL, " anna@Example.com"));

    @Test
    void what_was_typed_is_stored_as_people_mean_it() {
        assertThat(AccountDetails.checked(typed))
                .isEqualTo(new AccountDetails("anna.keller", "Anna Maria", null, "anna@example.com"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "USER_ID | '' | User name is missing",
                "USER_ID | anna keller | letters from a to z, digits",
                "USER_ID | änna | letters from a to z, digits",
                "USER_ID | anna,bob | letters from a to z, digits",
                "USER_ID | System | cannot be “System”",
                "USER_ID | aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa | is too long: 64",
                "FIRST_NAME | '' | First name or last name is missing",
                "EMAIL | '' | E-mail address is missing",
                "EMAIL | anna | E-mail address must be an e-mail address",
                "EMAIL | a@b.com, c@d.com | E-mail address must be an e-mail address"
            })
    void what_breaks_a_rule_is_refused_naming_field_and_remedy(AccountField field, String text, String message) {
        typed.put(field, text);

        ActionRefused refused = catchThrowableOfType(ActionRefused.class, () -> AccountDetails.checked(typed));

        assertThat(refused.errors()).extracting(FieldError::field).containsExactly(field.key());
        assertThat(refused).hasMessageContaining(message);
    }

    @Test
    void every_problem_is_named_at_once() {
        typed.put(AccountField.USER_ID, "");
        typed.put(AccountField.LAST_NAME, "Kell\u0000er");
        typed.put(AccountField.EMAIL, "no");

        ActionRefused refused = catchThrowableOfType(ActionRefused.class, () -> AccountDetails.checked(typed));

        assertThat(refused.errors()).extracting(FieldError::field).containsExactly("userId", "lastName", "email");
    }
}
