/**
 * Uploads: the projects of a file, stored when somebody submits it and worked off row by row, so that neither a browser nor a node has
 * to last as long as that takes.
 *
 * <p>Rule: a row's submission and its result are one transaction; each row is submitted like any other project, by the person who owns
 * the upload, with the rights of that moment. Words of states are stored, so they are frozen.
 */
package io.projectexport.export.upload;
