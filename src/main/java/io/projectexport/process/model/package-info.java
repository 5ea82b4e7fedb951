/**
 * The process models in Java: their ids, variables and user tasks, and what a deployed model must hold.
 *
 * <p>Rule: the one place that names elements and variables; all of these names are frozen, because deployed models and running
 * instances have them.
 */
package io.projectexport.process.model;
