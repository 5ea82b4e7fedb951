/**
 * How fast a project gets from its submission to Xero, beside the same with a bare Camunda: both as JVMs of their own, in one run, in turns.
 *
 * <p>Rule: it measures and prints; how fast a machine is breaks no build. {@code docs/performance.md} has the command and the figures.
 */
package io.projectexport.benchmark.cycle;
