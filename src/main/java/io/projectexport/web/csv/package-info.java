/**
 * The CSV reader and writers.
 *
 * <p>Rule: takes and gives the same fields as the API; a cell never becomes a formula, and headings are frozen, because files and
 * programs of clients have them.
 */
package io.projectexport.web.csv;
