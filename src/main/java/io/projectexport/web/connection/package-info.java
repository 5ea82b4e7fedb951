/**
 * The page that connects Xero, for administrators.
 *
 * <p>Rule: knows the port {@link io.projectexport.export.connection.XeroConnection} and nothing of OAuth; what was asked for stays in
 * the session until the answer comes.
 */
package io.projectexport.web.connection;
