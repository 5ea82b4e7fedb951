package io.projectexport.web.audit;

import io.projectexport.export.audit.AuditFilter;
import io.projectexport.export.audit.AuditKind;
import io.projectexport.export.audit.AuditPosition;
import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.text.SearchText;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is asked for, as it was typed; null or blank for all.
 *
 * @param kind name of an {@link AuditKind}
 * @param who login
 * @param from first day, as 2027-03-31
 * @param to last day
 * @param search words
 * @param after the line after which the page begins, as {@link AuditPosition#written}
 */
record AuditForm(String kind, String who, String from, String to, String search, String after) {

    private static final int MOST_WORDS = 10;

    /** @throws ActionRefused when a field is none of what it should be */
    AuditFilter filter(ZoneId zone) {
        Instant first = from == null || from.isBlank() ? null : start(day("from", "From", from), zone);
        Instant end =
                to == null || to.isBlank() ? null : start(day("to", "To", to).plusDays(1), zone);
        return new AuditFilter(
                chosenKind(),
                who == null || who.isBlank() ? null : who.strip(),
                first,
                end,
                SearchText.words(search == null ? "" : search).stream()
                        .limit(MOST_WORDS)
                        .toList());
    }

    Optional<AuditPosition> position() {
        return AuditPosition.of(after);
    }

    public boolean isEmpty() {
        return Stream.of(kind, who, from, to, search).allMatch(value -> value == null || value.isBlank());
    }

    private AuditKind chosenKind() {
        if (kind == null || kind.isBlank()) {
            return null;
        }
        return Stream.of(AuditKind.values())
                .filter(known -> known.name().equals(kind))
                .findFirst()
                .orElseThrow(() -> ActionRefused.invalid("kind", "Kind: choose one of the list."));
    }

    private static LocalDate day(String field, String label, String text) {
        try {
            LocalDate day = LocalDate.parse(text.strip());
            if (day.getYear() >= 1970 && day.getYear() <= 9999) {
                return day;
            }
        } catch (DateTimeParseException noDay) {
            // told below
        }
        throw ActionRefused.invalid(field, label + " is no date: write it as 2027-03-31.");
    }

    private static Instant start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }
}
