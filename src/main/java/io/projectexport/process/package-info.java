/**
 * The process engine: delegates and listeners that call the use cases, the process behind {@link
 * io.projectexport.export.approval.ApprovalProcess}, and the engine's configuration.
 *
 * <p>Rule: the only package that imports the engine's delegate and runtime API. A delegate reads variables, calls one use case and
 * writes the result; {@link io.projectexport.export.accounting.ExportFailure} becomes a BPMN error here.
 */
package io.projectexport.process;
