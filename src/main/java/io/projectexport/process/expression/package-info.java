/**
 * Expressions of models and filters: which beans they see, and which methods they may call.
 *
 * <p>Rule: an allow-list; whatever is not listed here is refused, in every version of a model that runs. The names of the beans are frozen.
 */
package io.projectexport.process.expression;
