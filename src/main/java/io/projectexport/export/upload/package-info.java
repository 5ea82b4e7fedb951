/**
 * Uploads: the projects of a file, a batch that is worked off row by row.
 *
 * <p>Rule: each row is submitted like any other project. Words of states are stored, so they are frozen.
 */
package io.projectexport.export.upload;
