/**
 * A stand-in for Xero over real HTTP, for tests and the local run: the calls that this product makes, in Xero's formats, with Xero's
 * limits, and with every fault that a test wants.
 *
 * <p>Start at {@link io.projectexport.sandbox.SandboxXero}. Each part carries its own settings and what it has seen.
 */
package io.projectexport.sandbox;
