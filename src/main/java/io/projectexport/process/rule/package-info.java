/**
 * The rules of the guard, one class each.
 *
 * <p>Rule: a rule knows the catalogue and what was sent, and nothing of other rules.
 *
 * <p>Its rooms:
 *
 * <ul>
 *   <li>{@code file}: names, size, and whether it can be read.
 *   <li>{@code reference}: what a model refers to outside of itself, and programs that it must not bring along.
 *   <li>{@code expression}: what the engine evaluates.
 *   <li>{@code form}: what Tasklist can show and the application has to be asked.
 *   <li>{@code version}: tags, keys, how long history is kept, and what runs on another version.
 *   <li>{@code effect}: steps that act outside, and how they are called.
 *   <li>{@code promise}: nothing goes to Xero unapproved or twice, and nobody but those who may decides.
 *   <li>{@code flow}: whatever happens, a project goes on until it is over.
 *   <li>{@code project}: each step and decision meets a project in the right status, with what it needs.
 * </ul>
 */
package io.projectexport.process.rule;
