/**
 * The text that people enter and read: what is cleaned of it, when two texts are the same, what is an e-mail address, and how moments and
 * amounts are written.
 *
 * <p>Rule: knows nothing of the product. It is small only because every floor of the business and four adapters use it, while it
 * uses nothing: in a room with a neighbour it would drag that one along everywhere.
 */
package io.projectexport.export.text;
