package io.projectexport.web.input;

import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.project.ExportStatus;
import io.projectexport.export.query.ProjectQuery;
import io.projectexport.export.query.ProjectQuery.Sort;
import io.projectexport.export.query.SearchFilter;
import io.projectexport.export.submission.TypedAmount;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The parameters of a search as they came in, each null when not given.
 *
 * @param status a name of {@link ExportStatus}; {@code ALL} for every status, as when it is not given
 * @param search words, each a part of number, name, client, submitter or address
 * @param sort a field, with {@code -} before it or {@code ,desc} after it for descending; {@code -submittedAt} when not given
 * @param page 0 is the first
 * @param size rows a page; 50 when not given
 * @param client part of its name
 * @param submittedBy part of the submitter's name or login
 * @param estimateFrom the smallest estimate, as 12500.00
 * @param estimateTo the largest one
 * @param deadlineFrom the first deadline, as 2027-03-31
 * @param deadlineTo the last one
 * @param waitingDays only what waits for a decision for so many days or longer
 */
public record SearchParameters(
        String status,
        String search,
        String sort,
        String page,
        String size,
        String client,
        String submittedBy,
        String estimateFrom,
        String estimateTo,
        String deadlineFrom,
        String deadlineTo,
        String waitingDays) {

    private static final Map<String, Sort> SORTS = new TreeMap<>(Map.of(
            "submittedAt", Sort.SUBMITTED_AT,
            "projectNumber", Sort.PROJECT_NUMBER,
            "projectName", Sort.PROJECT_NAME,
            "client", Sort.CLIENT,
            "submitter", Sort.SUBMITTER,
            "estimateAmount", Sort.ESTIMATE_AMOUNT,
            "deadline", Sort.DEADLINE));
    private static final String ALL = "ALL";
    private static final Pattern SORT = Pattern.compile("(-?)(\\w+)(?:,(asc|desc))?");
    private static final int LAST_PAGE = 1_000_000;
    private static final int MAX_SIZE = 200;
    private static final int LONGEST_WAIT = 10_000;

    /**
     * What is asked for.
     *
     * @throws ActionRefused naming the parameter that cannot be understood
     */
    public ProjectQuery toQuery() {
        Matcher order = order();
        return new ProjectQuery(
                wantedStatus(),
                text(search),
                filter(),
                null,
                SORTS.get(order.group(2)),
                order.group(1).equals("-") || "desc".equals(order.group(3)),
                number("page", page, 0, 0, LAST_PAGE),
                number("size", size, 50, 1, MAX_SIZE));
    }

    private Matcher order() {
        Matcher order = SORT.matcher(isGiven(sort) ? sort.strip() : "-submittedAt");
        if (!order.matches() || !SORTS.containsKey(order.group(2))) {
            throw ActionRefused.invalid(
                    "sort",
                    "sort must be one of %s, with - before it for descending."
                            .formatted(String.join(", ", SORTS.keySet())));
        }
        return order;
    }

    private ExportStatus wantedStatus() {
        if (!isGiven(status) || ALL.equals(status.strip())) {
            return null;
        }
        return Arrays.stream(ExportStatus.values())
                .filter(known -> known.name().equals(status.strip()))
                .findFirst()
                .orElseThrow(() -> ActionRefused.invalid(
                        "status",
                        "There is no such list: there are %s, as status=%s in an address."
                                .formatted(lists(), ExportStatus.READY_TO_EXPORT)));
    }

    /** As people know them. */
    private static String lists() {
        return Arrays.stream(ExportStatus.values()).map(ExportStatus::label).collect(Collectors.joining(", "));
    }

    private SearchFilter filter() {
        return new SearchFilter(
                text(client),
                text(submittedBy),
                amount("estimateFrom", estimateFrom),
                amount("estimateTo", estimateTo),
                day("deadlineFrom", deadlineFrom),
                day("deadlineTo", deadlineTo),
                isGiven(waitingDays)
                        ? Instant.now().minus(Duration.ofDays(number("waitingDays", waitingDays, 0, 0, LONGEST_WAIT)))
                        : null);
    }

    private static String text(String given) {
        // a database refuses NUL, and nothing stored contains one
        return isGiven(given) ? given.replace("\0", "").strip() : null;
    }

    private static BigDecimal amount(String name, String given) {
        return isGiven(given)
                ? TypedAmount.plain(given, Optional.empty())
                        .map(BigDecimal::new)
                        .orElseThrow(() -> ActionRefused.invalid(
                                name, "%s must be an amount, as 12500, or with its cents 12,500.00.".formatted(name)))
                : null;
    }

    private static LocalDate day(String name, String given) {
        try {
            return isGiven(given) ? LocalDate.parse(given.strip()) : null;
        } catch (DateTimeParseException e) {
            throw ActionRefused.invalid(name, "%s must be a date, as 2027-03-31.".formatted(name));
        }
    }

    private static int number(String name, String given, int otherwise, int min, int max) {
        if (!isGiven(given)) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(given.strip());
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, as any other number that does not fit
        }
        throw ActionRefused.invalid(name, "%s must be a whole number from %d to %d.".formatted(name, min, max));
    }

    /** Whether nothing is asked for, as by a person who just came. */
    public boolean areEmpty() {
        return !isNarrowed() && Stream.of(status, search, sort, page).noneMatch(SearchParameters::isGiven);
    }

    /** Whether more than status and search narrows the list. */
    public boolean isNarrowed() {
        return Stream.of(client, submittedBy, estimateFrom, estimateTo, deadlineFrom, deadlineTo, waitingDays)
                .anyMatch(SearchParameters::isGiven);
    }

    /** The same of one status, or of {@code ALL}. */
    public SearchParameters withStatus(String other) {
        return with(other, search, sort, page);
    }

    /** The same in this order, unless another one is asked for. */
    public SearchParameters withDefaultSort(String other) {
        return isGiven(sort) ? this : with(status, search, other, page);
    }

    private SearchParameters with(String otherStatus, String otherSearch, String otherSort, String otherPage) {
        return new SearchParameters(
                otherStatus,
                otherSearch,
                otherSort,
                otherPage,
                size,
                client,
                submittedBy,
                estimateFrom,
                estimateTo,
                deadlineFrom,
                deadlineTo,
                waitingDays);
    }

    private static boolean isGiven(String value) {
        return value != null && !value.isBlank();
    }
}
