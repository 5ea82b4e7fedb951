/**
 * A model as a graph: nodes, sequence flows, scopes, and conditions that can be asked for their outcome.
 *
 * <p>Rule: says how a model is drawn, and nothing of what happens to a project in it.
 */
package io.projectexport.process.flow;
