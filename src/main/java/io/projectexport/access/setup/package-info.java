/**
 * The grants that a first start gives: groups, the engine's authorisations, an administrator.
 *
 * <p>Rule: adds what is missing and leaves what administrators changed; says what groups may do inside the engine, never what a person
 * may do with a project.
 */
package io.projectexport.access.setup;
