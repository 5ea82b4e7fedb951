/**
 * The adapter of the port {@link io.projectexport.export.upload.Uploads}, in the tables {@code upload} and {@code upload_row}.
 *
 * <p>Rule: of nodes that want the same row, one gets it and the others are told so at once.
 */
package io.projectexport.persistence.upload;
