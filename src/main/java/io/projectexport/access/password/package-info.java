/**
 * Passwords: the rule for new ones, their hash, and the throttle that slows down who guesses.
 *
 * <p>Rule: checked by the identity provider alone, so that every interface has the same throttle; a password stays in no variable, log or
 * exception.
 */
package io.projectexport.access.password;
