/**
 * The connection to the accounting system: how it stands, who may make and end it, and who hears when it is lost.
 *
 * <p>Rule: holds ports only, {@link io.projectexport.export.connection.XeroConnection}, {@link
 * io.projectexport.export.connection.StoredConnections}, {@link io.projectexport.export.connection.ConnectionBreaks}, {@link
 * io.projectexport.export.connection.ConnectionCheck} and {@link io.projectexport.export.connection.ConnectionAlarm}, so that page,
 * adapter, database and mail do not know each other; and {@link io.projectexport.export.connection.ConnectionBreak}, which says what
 * becomes of a break.
 */
package io.projectexport.export.connection;
