/**
 * The page about the connection to Xero, for administrators: how it stands, and, where it is a consent's, how to make and end it.
 *
 * <p>Rule: knows the ports of {@code export.connection} and nothing of OAuth; what was asked for stays in
 * the session until the answer comes.
 */
package io.projectexport.web.connection;
