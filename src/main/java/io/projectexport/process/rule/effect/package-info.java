/**
 * Rules about steps that act outside of the database: mail and Xero.
 *
 * <p>Rule: their numbers begin with 4.
 */
package io.projectexport.process.rule.effect;
