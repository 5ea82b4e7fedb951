/**
 * Rules about what a model refers to outside of itself: steps, people, decision tables, other processes; and programs, which it must not
 * bring along.
 *
 * <p>Rule: their numbers begin with 2.
 */
package io.projectexport.process.rule.reference;
