package io.projectexport.export.version;

/**
 * An administrator's version of a model that goes on running although this release comes with another one, which was never deployed here.
 *
 * @param key of the process
 * @param name of the process, as people read it
 * @param from where the running version was deployed from, for example Camunda Modeler; null when that is not known
 * @param releasedTag the tag of this release's model; null for none
 */
public record KeptVersion(String key, String name, ModelVersion running, String from, String releasedTag) {}
