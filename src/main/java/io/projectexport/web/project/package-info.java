/**
 * The page of one project export: what is known, what the viewer can do, the form that submits or corrects it.
 *
 * <p>Rule: offers the actions that {@link io.projectexport.export.permission.ActionRules} allows, and leaves the refusing to the
 * business; links in mails lead here, so that its URLs are frozen.
 */
package io.projectexport.web.project;
