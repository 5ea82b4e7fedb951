/**
 * The adapter of the port {@link io.projectexport.export.waiting.ProcessPositions}: tasks, messages, timers and jobs at which an instance
 * waits.
 *
 * <p>Rule: reads the engine's tables, because the engine's own queries would take one for each kind; writes to none.
 */
package io.projectexport.process.waiting;
