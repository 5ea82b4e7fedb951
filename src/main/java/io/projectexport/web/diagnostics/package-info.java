/**
 * The page on which administrators see whether everything works.
 *
 * <p>Rule: health in the words of its indicators, so that whoever adds one needs to do nothing here.
 */
package io.projectexport.web.diagnostics;
