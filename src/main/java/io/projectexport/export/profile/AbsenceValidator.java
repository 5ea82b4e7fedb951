package io.projectexport.export.profile;

import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.permission.FieldError;
import io.projectexport.export.text.PlainText;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Validator of an absence: makes one of what an approver entered, and names every problem at once. */
final class AbsenceValidator {

    private final List<FieldError> errors = new ArrayList<>();
    private final Map<AbsenceField, String> values;
    private final LocalDate today;

    private AbsenceValidator(Map<AbsenceField, String> values, LocalDate today) {
        this.values = values;
        this.today = today;
    }

    /**
     * Checks all fields.
     *
     * @param candidates logins of those who can stand in
     * @return empty when nothing was entered
     * @throws ActionRefused naming every field that breaks a rule
     */
    static Optional<Absence> check(
            String userId, Map<AbsenceField, String> values, List<String> candidates, LocalDate today) {
        return new AbsenceValidator(values, today).check(userId, candidates);
    }

    private Optional<Absence> check(String userId, List<String> candidates) {
        if (isEmpty(AbsenceField.DEPUTY) && isEmpty(AbsenceField.FROM) && isEmpty(AbsenceField.UNTIL)) {
            return Optional.empty();
        }
        String deputy = deputy(candidates);
        LocalDate from = isEmpty(AbsenceField.FROM) ? today : day(AbsenceField.FROM);
        LocalDate until = day(AbsenceField.UNTIL);
        checkOrder(from, until);
        if (!errors.isEmpty()) {
            throw ActionRefused.invalid(errors);
        }
        return Optional.of(new Absence(userId, deputy, from, until));
    }

    private String deputy(List<String> candidates) {
        if (isEmpty(AbsenceField.DEPUTY)) {
            error(AbsenceField.DEPUTY, "is missing: choose who stands in for you, or empty both days.");
        } else if (!candidates.contains(values.get(AbsenceField.DEPUTY))) {
            error(AbsenceField.DEPUTY, "must be another accounting approver with an e-mail address: choose one.");
        }
        return values.get(AbsenceField.DEPUTY);
    }

    private LocalDate day(AbsenceField field) {
        if (isEmpty(field)) {
            error(field, "is missing: enter the last day on which your deputy stands in.");
            return null;
        }
        try {
            LocalDate date = LocalDate.parse(values.get(field).strip());
            if (date.getYear() >= 1900 && date.getYear() <= 2999) {
                return date;
            }
        } catch (DateTimeParseException e) {
            // told below, as any other date that does not fit
        }
        error(field, "must be a date written as year-month-day, as 2027-03-31.");
        return null;
    }

    private void checkOrder(LocalDate from, LocalDate until) {
        if (until != null && until.isBefore(today)) {
            error(AbsenceField.UNTIL, "is over: enter today or a later day.");
        } else if (from != null && until != null && until.isBefore(from)) {
            error(AbsenceField.UNTIL, "is before the first day: enter the first day or a later one.");
        }
    }

    private boolean isEmpty(AbsenceField field) {
        return PlainText.clean(values.get(field)) == null;
    }

    private void error(AbsenceField field, String problem) {
        errors.add(new FieldError(field.key(), field.label() + " " + problem));
    }
}
