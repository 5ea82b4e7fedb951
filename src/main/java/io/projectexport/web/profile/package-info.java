/**
 * The profile page: mails and deputy of the person who is logged in.
 *
 * <p>Rule: never takes from a request whose profile it is.
 */
package io.projectexport.web.profile;
