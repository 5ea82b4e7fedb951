/**
 * Past projects played through models: the player's choices are what once happened.
 *
 * <p>Rule: nothing is run, sent or stored; of files that nobody has deployed only conditions and decision tables are evaluated, and of
 * those only what cannot call anything.
 */
package io.projectexport.process.rehearsal;
