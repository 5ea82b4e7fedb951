package io.projectexport.export.profile;

import java.time.LocalDate;

/**
 * An absence of an approver, and the deputy for that time.
 *
 * @param userId login of the approver who is away
 * @param deputy login of the other one
 * @param from the first day of the absence, in the installation's time zone
 * @param until the last one
 */
public record Absence(String userId, String deputy, LocalDate from, LocalDate until) {}
