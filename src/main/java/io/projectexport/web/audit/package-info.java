/**
 * The page on which administrators read who did what, and its CSV file.
 *
 * <p>Rule: reads only; a page is addressed by the line after which it begins, so that lines that come meanwhile move nothing.
 */
package io.projectexport.web.audit;
