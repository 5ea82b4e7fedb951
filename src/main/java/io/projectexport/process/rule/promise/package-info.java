/**
 * Rules about promises: nothing goes to Xero unapproved or twice, and nobody but those who may decides.
 *
 * <p>Rule: their numbers begin with 5.
 */
package io.projectexport.process.rule.promise;
