/**
 * The authentication: passwords, the session, who is logged in for the engine and for us.
 *
 * <p>Rule: the only room of this adapter that {@code web} may ask, and only who is logged in; groups are looked up anew with each
 * request.
 */
package io.projectexport.access.login;
