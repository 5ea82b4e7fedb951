/**
 * The upload page: many projects from one file, after a look at how it was understood.
 *
 * <p>Rule: keeps no file before it is submitted; then its rows are an upload of {@code export.upload}, which submits the good ones also
 * where others are refused.
 */
package io.projectexport.web.upload;
