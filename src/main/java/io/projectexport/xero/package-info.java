/**
 * Xero behind {@link io.projectexport.export.Accounting}: client, tokens, error translation, limits.
 *
 * <p>Rule: the only package that knows xero-java; whatever Xero answers leaves it as a {@link io.projectexport.export.XeroJob} or an
 * {@link io.projectexport.export.ExportRefused}.
 */
package io.projectexport.xero;
