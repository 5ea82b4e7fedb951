/**
 * The engine's configuration: plugin, command interceptors, the acting person, commands in whose transaction we work.
 *
 * <p>Rule: with {@code timer}, {@code rest} and {@code model} the only rooms of the process that know the inside of the engine;
 * decides nothing about projects.
 */
package io.projectexport.process.engine;
