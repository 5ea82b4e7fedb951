package io.projectexport.export.exactlyonce;

import java.time.Duration;

/**
 * How jobs are looked up in Xero whose creation had no answer.
 *
 * @param lookAgainAfter pause between two looks for the same job
 */
public record LookupSettings(Duration lookAgainAfter) {}
