/**
 * What would have happened to finished projects on an edited model: played from the register, with no effect on anything.
 *
 * <p>Rule: nothing is written, at Xero, in the tables or in the engine; what the register does not tell is said and not made up.
 */
package io.projectexport.export.rehearsal;
