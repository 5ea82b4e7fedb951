package io.projectexport.export;

import java.time.Duration;
import java.time.ZoneId;

/**
 * The rules that an installation can set.
 *
 * @param fourEyes whether creator and submitter are kept from approving their own project
 * @param timeZone in which people read times and dates
 * @param lookAgainAfter pause between two looks for a job whose creation had no answer
 */
public record ExportRules(boolean fourEyes, ZoneId timeZone, Duration lookAgainAfter) {}
