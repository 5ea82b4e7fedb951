/**
 * Who people are: groups, the derived group of approvers, the login of each interface.
 *
 * <p>Rule: knows the engine's identity API; what a privilege allows is decided in {@link
 * io.projectexport.export.permission.ActionRules}.
 *
 * <p>Its rooms:
 *
 * <ul>
 *   <li>{@code group}: groups, users and their privileges.
 *   <li>{@code password}: the rule for passwords, their hash, and the throttle for guesses.
 *   <li>{@code tls}: https only.
 *   <li>{@code setup}: what a first start grants.
 *   <li>{@code login}: who is logged in.
 *   <li>{@code oidc}: single sign-on.
 *   <li>{@code security}: the filter chain of each interface.
 *   <li>{@code people}: accounts, in the engine.
 * </ul>
 */
package io.projectexport.access;
