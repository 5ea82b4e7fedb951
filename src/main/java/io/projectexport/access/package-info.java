/**
 * Who people are: groups, the derived approver group, the login of each interface.
 *
 * <p>Rule: knows the engine's identity API, and says in one place which privileges follow from which groups. What a privilege allows
 * is decided in {@link io.projectexport.export.permission.ActionRules}.
 */
package io.projectexport.access;
