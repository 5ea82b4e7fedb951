/**
 * The whole installation under faults: nodes as JVMs of their own that are killed at any moment, one PostgreSQL, and a sandbox Xero that
 * fails in every way.
 *
 * <p>Start at {@link io.projectexport.faults.FaultRunTest}; {@code docs/faults.md} has the commands and the figures.
 */
package io.projectexport.faults;
