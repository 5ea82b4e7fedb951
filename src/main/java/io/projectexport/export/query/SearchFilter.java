package io.projectexport.export.query;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What narrows a list beside status and search; null asks for nothing, and both ends of a range belong to it.
 *
 * @param client part of its name
 * @param submitter part of their name or login
 * @param waitingSince only what waits for a decision since then or longer
 */
public record SearchFilter(
        String client,
        String submitter,
        BigDecimal estimateFrom,
        BigDecimal estimateTo,
        LocalDate deadlineFrom,
        LocalDate deadlineTo,
        Instant waitingSince) {

    public static final SearchFilter NONE = new SearchFilter(null, null, null, null, null, null, null);
}
