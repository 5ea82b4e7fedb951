/**
 * What an administrator asks to know whether everything works: facts about the installation, and a mail to oneself.
 *
 * <p>Rule: asks nothing that takes long; what has to wait for others, as a mail server, is done by the outbox, and the page shows what came
 * of it. What is up or down says health, in the same words everywhere.
 */
package io.projectexport.export.diagnostics;
