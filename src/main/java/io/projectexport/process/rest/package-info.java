/**
 * The exception mappers of the engine's REST API: what goes wrong there is a sentence for people.
 *
 * <p>Rule: translates only; which refusal it is has been decided in the business.
 */
package io.projectexport.process.rest;
