/**
 * The page on which administrators look at the models, compare, deploy and go back, and process owners look.
 *
 * <p>Rule: diagrams are drawn by the browser; whatever they show stands in tables, too.
 */
package io.projectexport.web.model;
