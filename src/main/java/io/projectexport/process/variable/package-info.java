/**
 * What names in expressions of a model stand for, as far as its files tell: variables, beans, functions, and their types.
 *
 * <p>Rule: nothing is evaluated; what cannot be known has the type {@code Object}, which fits everywhere.
 */
package io.projectexport.process.variable;
