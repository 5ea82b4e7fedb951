/**
 * The OAuth connection by an administrator's consent: rotating tokens, kept alive, watched, encrypted.
 *
 * <p>Rule: behind the port {@link io.projectexport.export.connection.XeroConnection}; one caller of all nodes refreshes at a time. The
 * components of what is stored are frozen.
 */
package io.projectexport.xero.connection;
