/**
 * The rules of the guard, one class each.
 *
 * <p>Rule: a rule knows the catalogue and what was sent, and nothing of other rules.
 *
 * <p>Its rooms:
 *
 * <ul>
 *   <li>{@code deployment}: a deployment as a whole.
 *   <li>{@code effect}: steps that act outside.
 * </ul>
 */
package io.projectexport.process.rule;
