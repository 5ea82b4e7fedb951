/**
 * The TLS policy: strict transport and Secure cookies where people come by https.
 *
 * <p>Rule: knows only the address under which people open the application, because no node sees behind the proxy that ends TLS.
 */
package io.projectexport.access.tls;
