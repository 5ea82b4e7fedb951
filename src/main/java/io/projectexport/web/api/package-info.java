/**
 * The JSON API: controllers, responses and their OpenAPI description.
 *
 * <p>Rule: asks use cases and {@link io.projectexport.export.approval.ApprovalProcess}, checks nothing that they check. URLs and
 * fields are frozen, and {@code docs/openapi.json} holds them; the room is full, so that the next response splits it by capability.
 */
package io.projectexport.web.api;
