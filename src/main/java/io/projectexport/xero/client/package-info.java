/**
 * The HTTP client: settings, time-outs, tokens of a custom connection, and the one way to make a call.
 *
 * <p>Rule: every call passes {@link io.projectexport.xero.client.XeroCalls}, which counts, limits and translates it; knows nothing of
 * jobs.
 */
package io.projectexport.xero.client;
