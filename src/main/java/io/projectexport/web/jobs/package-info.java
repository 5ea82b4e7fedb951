/**
 * The Jobs page: the list, its download, and the way through it from project to project.
 *
 * <p>Rule: one search for a page, however many rows.
 */
package io.projectexport.web.jobs;
