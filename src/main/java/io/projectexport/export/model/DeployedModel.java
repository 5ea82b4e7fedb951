package io.projectexport.export.model;

import java.time.Instant;

/**
 * One deployed version of a model.
 *
 * @param definitionId of the process definition
 * @param key of the process
 * @param name of the process as people read it
 * @param number counted from 1 by the engine
 * @param tag that its author gave it; null for none
 * @param deployedBy login; null where this application brought it, or it is not known any more
 * @param source what sent it, such as Camunda Modeler; null where it is not known
 * @param running how many instances run on it now
 * @param suspended whether an administrator stopped it
 */
public record DeployedModel(
        String definitionId,
        String key,
        String name,
        int number,
        String tag,
        Instant deployedAt,
        String deployedBy,
        String source,
        long running,
        boolean suspended) {}
