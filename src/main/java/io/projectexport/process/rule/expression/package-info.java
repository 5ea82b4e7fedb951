/**
 * Rules about what the engine evaluates: expressions, and texts in their place.
 *
 * <p>Rule: their numbers begin with 3; a part whose type cannot be known passes.
 */
package io.projectexport.process.rule.expression;
