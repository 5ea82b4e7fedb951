/**
 * Projects without a process: found in the tables of both, and begun anew; the adapters of {@code export.recovery}.
 *
 * <p>Rule: the one place that looks for what the engine has lost, and the one that begins an instance in its middle.
 */
package io.projectexport.process.recovery;
