/**
 * Rules about a project on its way: each step and each decision meets it in the right status, with what it needs.
 *
 * <p>Rule: their numbers begin with 6, like those of the flow.
 */
package io.projectexport.process.rule.project;
