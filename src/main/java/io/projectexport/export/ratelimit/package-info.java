/**
 * The rate limiter in front of the accounting system: who calls when, in the order of arrival, over all nodes.
 *
 * <p>Rule: holds the ports {@link io.projectexport.export.ratelimit.CallQueue} and {@link
 * io.projectexport.export.ratelimit.CallPermits}; whoever has to wait is told until when, and no thread sleeps.
 */
package io.projectexport.export.ratelimit;
