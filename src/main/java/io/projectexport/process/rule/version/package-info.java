/**
 * Rules about versions: what tells them apart, how long they are kept, whose they are, and what becomes of projects that run on another.
 *
 * <p>Rule: their numbers begin with 8; what is deployed already is asked of the surroundings, and nothing is refused where they do not know.
 */
package io.projectexport.process.rule.version;
