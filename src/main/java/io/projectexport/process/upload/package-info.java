/**
 * The worker that goes on with uploads in the background.
 *
 * <p>Rule: holds its thread for a few seconds at a time and never sleeps; what it does, and that no row is done twice, is a matter of
 * {@link io.projectexport.export.upload.WorkOffUploads}.
 */
package io.projectexport.process.upload;
