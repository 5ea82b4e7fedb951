package io.projectexport.export.exactlyonce;

import java.time.Duration;

/**
 * Settings of the look-up of a job whose creating call ended with an unknown outcome.
 *
 * @param lookAgainAfter pause between two look-ups of the same job
 */
public record LookupSettings(Duration lookAgainAfter) {}
