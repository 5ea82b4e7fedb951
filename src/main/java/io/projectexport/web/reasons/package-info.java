/**
 * The page on which administrators keep the usual reasons of rejections.
 *
 * <p>Rule: a change names the list that the person saw, so that no other one is changed by it.
 */
package io.projectexport.web.reasons;
