/**
 * The JSON API and the pages.
 *
 * <p>Rule: translates between HTTP and the use cases; checks nothing that the use cases check, and asks {@code access.login} who is
 * logged in.
 *
 * <p>Its rooms:
 *
 * <ul>
 *   <li>{@code input}: reading requests, strictly.
 *   <li>{@code problem}: refusals as answers.
 *   <li>{@code sheet}: spreadsheet files as rows of cells.
 *   <li>{@code csv}: CSV in and out.
 *   <li>{@code mapping}: rows of cells as projects.
 *   <li>{@code page}: what all pages share.
 *   <li>{@code api}: the JSON API.
 *   <li>{@code jobs}: the list.
 *   <li>{@code decision}: decisions about many.
 *   <li>{@code project}: one project export.
 *   <li>{@code upload}: many from a file.
 *   <li>{@code figures}: how approvers decide, for process owners.
 *   <li>{@code profile}: one's own choices.
 *   <li>{@code connection}: connecting Xero.
 *   <li>{@code model}: the page about models.
 *   <li>{@code diagnostics}: whether everything works.
 *   <li>{@code reasons}: the page on which administrators keep the usual reasons of rejections.
 *   <li>{@code audit}: who did what, for administrators.
 *   <li>{@code people}: the people of an installation, and their passwords.
 *   <li>{@code rehearsal}: what a rehearsal found.
 * </ul>
 */
package io.projectexport.web;
