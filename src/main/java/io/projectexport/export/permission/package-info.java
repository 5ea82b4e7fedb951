/**
 * The authorisation rules: who may do what with a project export and when, and how a refusal is said.
 *
 * <p>Rule: {@link io.projectexport.export.permission.ActionRules} is the one place that decides, for every door; it asks the port
 * {@link io.projectexport.export.permission.People} for privileges and never for groups. The ids of groups are frozen, because
 * administrators and models name them.
 */
package io.projectexport.export.permission;
