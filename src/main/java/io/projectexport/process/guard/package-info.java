/**
 * The guard of deployments: what was sent, what the rules found in it, and the refusal.
 *
 * <p>Rule: an element counts by what it calls, never by its id; a rule is one class in a room below {@code process.rule}.
 */
package io.projectexport.process.guard;
