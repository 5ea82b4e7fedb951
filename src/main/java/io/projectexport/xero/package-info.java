/**
 * Xero behind {@link io.projectexport.export.accounting.Accounting} and {@link io.projectexport.export.connection.XeroConnection}.
 *
 * <p>Rule: the only adapter that knows xero-java; whatever Xero answers leaves it as a {@link
 * io.projectexport.export.accounting.XeroJob} or an {@link io.projectexport.export.accounting.ExportFailure}.
 *
 * <p>Its rooms:
 *
 * <ul>
 *   <li>{@code failure}: what goes wrong, translated.
 *   <li>{@code client}: HTTP, tokens, settings.
 *   <li>{@code accounting}: creating and finding jobs.
 *   <li>{@code connection}: the consent of an administrator.
 * </ul>
 */
package io.projectexport.xero;
