package io.projectexport.export.submission;

import static io.projectexport.export.submission.ProjectField.CITY;
import static io.projectexport.export.submission.ProjectField.CLIENT;
import static io.projectexport.export.submission.ProjectField.COUNTRY;
import static io.projectexport.export.submission.ProjectField.CREATOR_EMAIL;
import static io.projectexport.export.submission.ProjectField.DEADLINE;
import static io.projectexport.export.submission.ProjectField.ESTIMATE_AMOUNT;
import static io.projectexport.export.submission.ProjectField.POSTAL_CODE;
import static io.projectexport.export.submission.ProjectField.PROJECT_NAME;
import static io.projectexport.export.submission.ProjectField.PROJECT_NUMBER;
import static io.projectexport.export.submission.ProjectField.STATE;
import static io.projectexport.export.submission.ProjectField.STREET;

import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.permission.FieldError;
import io.projectexport.export.project.Address;
import io.projectexport.export.project.Project;
import io.projectexport.export.text.ComparableText;
import io.projectexport.export.text.EmailAddress;
import io.projectexport.export.text.PlainText;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Validator of a submission: cleans and checks what somebody entered, in whichever form or API, and names every problem at once. */
final class SubmissionValidator {

    private static final String NO_ESTIMATE =
            "must be an amount from 0 to 999999999999.99 with at most two decimals, as 12500 or 12500.00.";
    private static final BigDecimal MAX_ESTIMATE = new BigDecimal("999999999999.99");

    /** As spreadsheets and calculators show a number that has more digits than fit. */
    private static final Pattern SHORTENED = Pattern.compile("[+-]?[\\d.,]+ ?e ?[+-]? ?\\d+");

    /** A thousand to some, and one to others. */
    private static final Pattern TWO_WAYS = Pattern.compile("[1-9]\\d{0,2}[.,]\\d{3}");

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final Map<String, ?> values;
    private final int maxNameInXero;
    private final List<FieldError> errors = new ArrayList<>();

    private SubmissionValidator(Map<String, ?> values, int maxNameInXero) {
        this.values = values;
        this.maxNameInXero = maxNameInXero;
    }

    /** A project that satisfies every rule, and the creator's e-mail address or null. */
    record Checked(Project project, String creatorEmail) {}

    /**
     * Checks values by {@link ProjectField#key()}.
     *
     * @throws ActionRefused naming every field that breaks a rule
     */
    static Checked check(Map<String, ?> values, int maxNameInXero) {
        SubmissionValidator validator = new SubmissionValidator(values, maxNameInXero);
        Checked checked = new Checked(validator.project(), validator.email());
        if (!validator.errors.isEmpty()) {
            throw ActionRefused.invalid(validator.errors);
        }
        return checked;
    }

    /** The project number, or null when it breaks a rule by itself. */
    static String number(Map<String, ?> values) {
        SubmissionValidator validator = new SubmissionValidator(values, 0);
        String number = validator.number();
        return validator.errors.isEmpty() ? number : null;
    }

    /** The project numbers of many, as far as they break no rule. */
    static List<String> numbers(Collection<? extends Map<String, ?>> projects) {
        return projects.stream()
                .map(SubmissionValidator::number)
                .filter(Objects::nonNull)
                .toList();
    }

    private Project project() {
        Address address = new Address(text(STREET), text(CITY), text(STATE), text(POSTAL_CODE), text(COUNTRY));
        Project project = new Project(number(), required(PROJECT_NAME), address, text(CLIENT), estimate(), deadline());
        checkNameInXero(project);
        return project;
    }

    /** The first " - " of a name in Xero ends the number, so that two projects never share a name there. */
    private String number() {
        String number = required(PROJECT_NUMBER);
        if (number != null && (ComparableText.key(number) + " ").contains(" - ")) {
            error(PROJECT_NUMBER, "must not contain a hyphen between blanks.");
        }
        return number;
    }

    private void checkNameInXero(Project project) {
        int tooMany = project.nameInXero().length() - maxNameInXero;
        if (errors.isEmpty() && tooMany > 0) {
            error(
                    PROJECT_NAME,
                    "is %d characters too long: number and name together are the job's name in Xero, where %d characters fit."
                            .formatted(tooMany, maxNameInXero));
        }
    }

    private String required(ProjectField field) {
        String text = text(field);
        if (text == null && errors.stream().noneMatch(e -> e.field().equals(field.key()))) {
            error(field, "is missing.");
        }
        return text;
    }

    private String text(ProjectField field) {
        Object value = values.get(field.key());
        if (value == null) {
            return null;
        }
        if (!(value instanceof String || value instanceof Number)) {
            error(field, "must be text.");
            return null;
        }
        OptionalInt unusable = PlainText.firstUnusable(value.toString());
        if (unusable.isPresent()) {
            error(
                    field,
                    "is not plain text: character %d cannot be used; type it anew.".formatted(unusable.getAsInt()));
            return null;
        }
        String text = PlainText.clean(value.toString());
        if (text != null && text.length() > field.maxLength()) {
            error(field, "is too long: %d characters, and %d fit.".formatted(text.length(), field.maxLength()));
            return null;
        }
        return text;
    }

    private BigDecimal estimate() {
        String text = text(ESTIMATE_AMOUNT);
        if (text == null) {
            return null;
        }
        if (isShortened(text)) {
            error(
                    ESTIMATE_AMOUNT,
                    "must be an amount with all of its digits, as 12500.00; \"%s\" has lost some of them."
                            .formatted(text));
            return null;
        }
        if (ComparableText.key(text).chars().noneMatch(Character::isDigit)) {
            error(ESTIMATE_AMOUNT, "must be a number, as 12500.00; leave it empty as long as it is not known.");
            return null;
        }
        try {
            BigDecimal amount = new BigDecimal(text);
            if (amount.signum() >= 0
                    && amount.compareTo(MAX_ESTIMATE) <= 0
                    // also zeros, because 1.000 is a thousand to many people
                    && amount.scale() <= 2) {
                return amount.setScale(2);
            }
        } catch (NumberFormatException e) {
            // told below, as any other amount that does not fit
        }
        error(ESTIMATE_AMOUNT, TWO_WAYS.matcher(text).matches() ? inTwoWays(text) : NO_ESTIMATE);
        return null;
    }

    private static String inTwoWays(String amount) {
        String digits = amount.replaceAll("\\D", "");
        return "\"%s\" can be read in two ways: write it as %s, or with its cents as %s.00."
                .formatted(amount, digits, digits);
    }

    /** A number of a program is exact however it is written; in a text nobody knows what the digits were. */
    private boolean isShortened(String estimate) {
        return values.get(ESTIMATE_AMOUNT.key()) instanceof String
                && SHORTENED.matcher(ComparableText.key(estimate)).matches();
    }

    private LocalDate deadline() {
        String text = text(DEADLINE);
        if (text == null) {
            return null;
        }
        try {
            LocalDate date = LocalDate.parse(text);
            if (date.getYear() >= 1900 && date.getYear() <= 2999) {
                return date;
            }
        } catch (DateTimeParseException e) {
            if (DAY.matcher(text).matches()) {
                error(DEADLINE, "\"%s\" is no day of the calendar.".formatted(text));
                return null;
            }
        }
        error(DEADLINE, "must be a date from 1900 to 2999 written as year-month-day, as 2027-03-31.");
        return null;
    }

    private String email() {
        String text = text(CREATOR_EMAIL);
        if (text == null) {
            return null;
        }
        try {
            return EmailAddress.parse(text).toString();
        } catch (EmailAddress.Unusable unusable) {
            error(CREATOR_EMAIL, unusable.getMessage());
            return null;
        }
    }

    private void error(ProjectField field, String problem) {
        errors.add(new FieldError(field.key(), field.label() + " " + problem));
    }
}
