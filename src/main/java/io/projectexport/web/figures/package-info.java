/**
 * The page with process owners' figures, and the same as files.
 *
 * <p>Rule: counts nothing itself; what it shows is what the API says.
 */
package io.projectexport.web.figures;
