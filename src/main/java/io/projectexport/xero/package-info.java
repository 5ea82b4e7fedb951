/**
 * Xero behind {@link io.projectexport.export.accounting.Accounting}: client, tokens, error translation, limits.
 *
 * <p>Rule: the only package that knows xero-java; whatever Xero answers leaves it as a {@link io.projectexport.export.accounting.XeroJob} or an
 * {@link io.projectexport.export.accounting.ExportFailure}.
 */
package io.projectexport.xero;
