/**
 * What the editor in the browser offers, from the catalogue, the decisions of people and what is deployed.
 *
 * <p>Rule: offers only what the guard accepts; a choice that it would refuse is not shown.
 */
package io.projectexport.process.editor;
