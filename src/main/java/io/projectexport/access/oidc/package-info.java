/**
 * Single sign-on by OpenID Connect.
 *
 * <p>Rule: brings users in step with what the provider tells, and touches none that it did not make; everything after the login is the
 * same as by password.
 */
package io.projectexport.access.oidc;
