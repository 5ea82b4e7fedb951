package io.projectexport.export.upload;

import java.util.Map;
import java.util.UUID;

/**
 * A project of a file, to be submitted.
 *
 * @param fields by the keys of the submission's fields, as text; empty where the row cannot be read
 * @param corrects the project export to resubmit; null for a new project
 */
public record UploadedProject(Map<String, String> fields, UUID corrects) {}
