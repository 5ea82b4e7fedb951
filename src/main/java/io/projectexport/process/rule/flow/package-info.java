/**
 * Rules about the flow: whatever happens, a project goes on until it is Synced or Withdrawn.
 *
 * <p>Rule: their numbers begin with 6.
 */
package io.projectexport.process.rule.flow;
