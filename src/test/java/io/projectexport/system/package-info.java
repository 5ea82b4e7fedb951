/**
 * The whole application through its public interfaces, on PostgreSQL, with a Xero over HTTP, a mail server and the job executor on.
 *
 * <p>Rule: nothing here reaches into the application but to create users and to wait for what happens in the background.
 */
package io.projectexport.system;
