/**
 * The guard in a running application: what is there already where a model is to go, and what it finds about models that run.
 *
 * <p>Rule: tells the guard what it cannot know from files; what a model must be is decided by the rules alone.
 */
package io.projectexport.process.deployment;
