/**
 * The adapter of the port {@link io.projectexport.export.approval.ApprovalProcess}: decisions from pages and API, carried out as tasks
 * and messages of the engine.
 *
 * <p>Rule: decides nothing itself, so that Tasklist and engine REST, which do not come through here, meet the same rules in {@code
 * process.task}.
 */
package io.projectexport.process.approval;
