package io.projectexport.export.connection;

import io.projectexport.export.accounting.ExportError;
import java.time.Instant;
import java.util.List;

/**
 * What the accounting system answered when it was asked whether it accepts the connection.
 *
 * @param errors why not, and what to do; empty where it does
 */
public record AskedConnection(Instant at, List<ExportError> errors) {}
