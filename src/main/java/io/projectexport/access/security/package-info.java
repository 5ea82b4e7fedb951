/**
 * The security filter chains: which path wants which login.
 *
 * <p>Rule: opens a door or not; what somebody may do behind it is decided in {@link io.projectexport.export.permission.ActionRules}. A
 * path that no chain names is refused.
 */
package io.projectexport.access.security;
