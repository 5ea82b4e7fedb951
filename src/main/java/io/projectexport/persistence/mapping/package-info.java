/**
 * The repository of what people chose about the columns of their files.
 *
 * <p>Rule: a row that cannot be read counts as none, because a file can always be read without it.
 */
package io.projectexport.persistence.mapping;
