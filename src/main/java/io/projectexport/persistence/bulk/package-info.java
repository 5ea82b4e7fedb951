/**
 * The adapter of the port {@link io.projectexport.export.bulk.Batches}, for the tables of every kind.
 *
 * <p>Rule: of nodes that want the same rows, one gets them and the others are told so at once.
 */
package io.projectexport.persistence.bulk;
