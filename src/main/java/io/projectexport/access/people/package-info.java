/**
 * The accounts of people on the engine's identity service: read from its tables, changed by its commands in the name of the administrator.
 *
 * <p>Rule: every change goes through {@link io.projectexport.access.group.EngineIdentities}, so that the rules of the identity provider,
 * which Camunda Admin and the engine's REST API meet, hold here, too, and stand nowhere twice.
 */
package io.projectexport.access.people;
