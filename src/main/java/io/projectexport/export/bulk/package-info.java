/**
 * Much of one kind at once, stored when somebody sends it and worked off row by row, so that neither a browser nor a node has to last as
 * long as that takes.
 *
 * <p>Rule: what a row says and its result are one transaction; each row is carried out by the person who owns the batch, with the rights
 * of that moment.
 */
package io.projectexport.export.bulk;
