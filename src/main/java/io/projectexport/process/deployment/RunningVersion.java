package io.projectexport.process.deployment;

/**
 * A version of a model on which instances run.
 *
 * @param resource name of its file in the deployment
 * @param tag null for none
 */
record RunningVersion(
        String definitionId,
        String process,
        int number,
        String tag,
        String deploymentId,
        String resource,
        long running) {

    /** As people tell versions apart. */
    @Override
    public String toString() {
        return tag == null
                ? "%s, version %d".formatted(process, number)
                : "%s, version %d (%s)".formatted(process, number, tag);
    }
}
