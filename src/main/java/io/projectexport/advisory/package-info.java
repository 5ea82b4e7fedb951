/**
 * Known vulnerabilities of the libraries in the jar, from files that an operator brings.
 *
 * <p>Rule: asks no network and starts no application, so that it also answers where neither is to be had.
 */
package io.projectexport.advisory;
