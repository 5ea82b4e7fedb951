package io.projectexport.export.mapping;

import java.time.Instant;
import java.util.Map;

/**
 * How somebody wants files with certain headings to be read.
 *
 * @param columns the heading of each field's column by the name of the field; fields without one are left out
 * @param dates in which way dates are written; null leaves it to the file
 * @param amounts in which way amounts are written; null leaves it to the file
 * @param chosenAt when the person said so last
 */
public record ColumnChoice(Map<String, String> columns, String dates, String amounts, Instant chosenAt) {}
