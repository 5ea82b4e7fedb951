/**
 * Rules about a deployment as a whole, whatever is in its files.
 *
 * <p>Rule: as for all rules of the guard, one class for each.
 */
package io.projectexport.process.rule.deployment;
