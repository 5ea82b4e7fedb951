/**
 * Models of processes, for who looks after them: what is wrong with a file before it is deployed.
 *
 * <p>Rule: reads what was sent and passes it on; deploying stays with the engine's REST API.
 */
package io.projectexport.web.model;
