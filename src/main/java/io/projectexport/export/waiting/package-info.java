/**
 * Where a project's process waits, and for whom: which actions find their task, and what people read where one does not.
 *
 * <p>Rule: tells what the process says, whatever the model is; a status alone does not say it.
 */
package io.projectexport.export.waiting;
