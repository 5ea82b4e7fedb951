package io.projectexport.web.mapping;

import io.projectexport.export.text.PlainText;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which of two numbers of a date is its day. */
enum DateReading implements ValueReading {
    DAY_FIRST("the day first: 31/03/2027"),
    MONTH_FIRST("the month first: 03/31/2027");

    private static final int LONGEST = 40;

    /** What spreadsheets and programs add to a date that has no time. */
    private static final Pattern MIDNIGHT =
            Pattern.compile("(?i)(?:[T ]+0?0:00(?::00(?:\\.0+)?)?(?:Z|\\+00:?00)?|[T ]+12:00(?::00)? ?AM)$");

    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})");
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4})");
    private static final List<DateTimeFormatter> NAMED_MONTHS = Stream.of(
                    "d-MMM-uuuu", "d MMM uuuu", "d MMMM uuuu", "MMM d, uuuu", "MMMM d, uuuu")
            .map(pattern -> new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .appendPattern(pattern)
                    .toFormatter(Locale.ENGLISH))
            .toList();

    private final String label;

    DateReading(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public Optional<String> read(String value) {
        if (value.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(parsed(withoutTime(value))).map(LocalDate::toString);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Whether it is written like a date of which there is none, as 31/02/2027, whichever number is the day. */
    static boolean isNoDay(String value) {
        if (value.length() > LONGEST
                || Stream.of(values()).anyMatch(way -> way.read(value).isPresent())) {
            return false;
        }
        String date = withoutTime(value);
        return YEAR_FIRST.matcher(date).matches()
                || YEAR_LAST.matcher(date).matches()
                || named(date, ResolverStyle.LENIENT) != null;
    }

    private static String withoutTime(String value) {
        String plain = PlainText.clean(value);
        return plain == null ? "" : MIDNIGHT.matcher(plain).replaceFirst("");
    }

    private LocalDate parsed(String date) {
        Matcher yearFirst = YEAR_FIRST.matcher(date);
        if (yearFirst.matches()) {
            return date(yearFirst.group(1), yearFirst.group(3), yearFirst.group(4));
        }
        Matcher yearLast = YEAR_LAST.matcher(date);
        if (!yearLast.matches()) {
            return named(date, ResolverStyle.STRICT);
        }
        // nobody who writes the month first writes dots
        boolean isDayFirst = this == DAY_FIRST || yearLast.group(2).equals(".");
        return date(yearLast.group(4), yearLast.group(isDayFirst ? 3 : 1), yearLast.group(isDayFirst ? 1 : 3));
    }

    private static LocalDate date(String year, String month, String day) {
        return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
    }

    private static LocalDate named(String date, ResolverStyle style) {
        for (DateTimeFormatter format : NAMED_MONTHS) {
            try {
                return LocalDate.parse(date, format.withResolverStyle(style));
            } catch (DateTimeException e) {
                // it may be written like the next one
            }
        }
        return null;
    }
}
