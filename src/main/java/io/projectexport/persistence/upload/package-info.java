/**
 * The adapter of the port {@link io.projectexport.export.upload.Uploads}, in the tables {@code upload} and {@code upload_row}.
 *
 * <p>Rule: says what is in its columns; everything else is that of all batches.
 */
package io.projectexport.persistence.upload;
