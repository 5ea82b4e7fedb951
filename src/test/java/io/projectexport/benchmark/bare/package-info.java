/**
 * A Camunda application as its starter makes one: the engine, its REST API without login, PostgreSQL, and a model that does with three variables
 * what the product does with its promises.
 *
 * <p>Rule: it knows nothing of the product, and sets nothing that the starter does not leave open.
 */
package io.projectexport.benchmark.bare;
