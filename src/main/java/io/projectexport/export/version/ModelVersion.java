package io.projectexport.export.version;

import java.time.Instant;

/**
 * One version of the process model that an administrator deployed.
 *
 * @param definitionId of the process definition, by which Cockpit shows it
 * @param number counted from 1 by the engine
 * @param tag that the model's author gave it, for example 1.2; null for none
 */
public record ModelVersion(String definitionId, int number, String tag, Instant deployedAt) {}
