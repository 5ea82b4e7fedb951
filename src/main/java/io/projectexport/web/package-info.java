/**
 * The JSON API and the pages.
 *
 * <p>Rule: translates between HTTP and the use cases; checks nothing that the use cases check.
 */
package io.projectexport.web;
