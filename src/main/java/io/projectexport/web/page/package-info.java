/**
 * The frame of all pages: who looks, how values are written, how a refusal is shown.
 *
 * <p>Rule: knows no page; whatever two pages need stands here.
 */
package io.projectexport.web.page;
