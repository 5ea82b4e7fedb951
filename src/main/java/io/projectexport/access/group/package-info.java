/**
 * The groups and users, on the engine's identity service, with the derived group of accounting approvers and the privileges that
 * follow.
 *
 * <p>Rule: the one place that turns groups into privileges, anew with each question; nothing is cached. The ids of groups, and of what
 * is stored with users, are frozen.
 */
package io.projectexport.access.group;
