package io.projectexport.web.people;

import io.projectexport.export.people.Account;
import io.projectexport.export.people.AccountField;
import io.projectexport.export.people.Right;
import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.permission.FieldError;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Fields about a person, as they are stored or as they were typed.
 *
 * @param rights those that are ticked
 * @param errors by fields
 */
record AccountForm(Map<AccountField, String> values, Set<Right> rights, Map<String, String> errors) {

    /**
     * One field.
     *
     * @param error null for none
     */
    record Field(String key, String label, String value, String error) {}

    /** One right that can be ticked. */
    record Choice(String key, String label, String hint, boolean ticked) {}

    static final AccountForm EMPTY = new AccountForm(Map.of(), Set.of(), Map.of());

    static AccountForm of(Account account) {
        Map<AccountField, String> values = new EnumMap<>(AccountField.class);
        values.put(AccountField.USER_ID, account.userId());
        values.put(AccountField.FIRST_NAME, account.firstName());
        values.put(AccountField.LAST_NAME, account.lastName());
        values.put(AccountField.EMAIL, account.email());
        return new AccountForm(values, account.rights(), Map.of());
    }

    static AccountForm typed(Map<String, String> sent) {
        Map<AccountField, String> values = new EnumMap<>(AccountField.class);
        Arrays.stream(AccountField.values()).forEach(field -> values.put(field, sent.getOrDefault(field.key(), "")));
        return new AccountForm(values, ticked(sent, ""), Map.of());
    }

    /** A browser sends nothing for what is not ticked. */
    static Set<Right> ticked(Map<String, String> sent, String prefix) {
        return Arrays.stream(Right.values())
                .filter(right -> sent.containsKey(prefix + right.name()))
                .collect(Collectors.toSet());
    }

    AccountForm refused(ActionRefused refused) {
        Map<String, String> messages = refused.errors().stream()
                .filter(error -> error.field() != null)
                .collect(Collectors.toMap(FieldError::field, FieldError::message, (first, second) -> first));
        return new AccountForm(values, rights, messages);
    }

    /** All of them, for a new person. */
    public List<Field> fields() {
        return fields(field -> true);
    }

    /** Those that can be corrected later. */
    public List<Field> corrigible() {
        return fields(field -> field != AccountField.USER_ID);
    }

    private List<Field> fields(Predicate<AccountField> some) {
        return Stream.of(AccountField.values())
                .filter(some)
                .map(field ->
                        new Field(field.key(), field.label(), values.getOrDefault(field, ""), errors.get(field.key())))
                .toList();
    }

    public List<Field> wrong() {
        return fields().stream().filter(field -> field.error() != null).toList();
    }

    public List<Choice> choices() {
        return Arrays.stream(Right.values())
                .map(right -> new Choice(right.name(), right.label(), right.hint(), rights.contains(right)))
                .toList();
    }
}
