/**
 * How a file of projects is understood: which column is which field, and how its dates and amounts are written.
 *
 * <p>Rule: reads a {@link io.projectexport.web.sheet.Sheet} into {@link io.projectexport.web.mapping.UploadedFile}, guesses nothing that can
 * be meant in two ways, and submits nothing.
 */
package io.projectexport.web.mapping;
