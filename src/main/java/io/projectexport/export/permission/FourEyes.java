package io.projectexport.export.permission;

/**
 * The four-eyes principle: two people per project, one who submits it and another who approves it.
 *
 * @param required whether creator and submitter are kept from approving their own project
 */
public record FourEyes(boolean required) {}
