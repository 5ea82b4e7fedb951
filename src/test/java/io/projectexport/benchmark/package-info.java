/**
 * How fast the Jobs page answers when an installation is years old: the whole application through HTTP, on PostgreSQL with 100,000 projects.
 *
 * <p>Rule: it measures and prints; how fast a machine is breaks no build. {@code docs/performance.md} has the command and the figures.
 */
package io.projectexport.benchmark;
