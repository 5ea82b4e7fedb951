/**
 * Project Export for Xero: the main class starts the application.
 *
 * <p>Rule: everything else stands in a room; which there are and which may use which stands in {@code docs/architecture.md}, and a
 * test holds it.
 */
package io.projectexport;
