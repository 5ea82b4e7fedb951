/**
 * The player: moves a project through a model as the engine would, without an engine.
 *
 * <p>Rule: what is possible at a point is the answer of {@link io.projectexport.process.play.Choices}; whoever checks a model takes all of
 * it, whoever rehearses one takes what once happened.
 */
package io.projectexport.process.play;
