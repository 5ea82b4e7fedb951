/**
 * For whom a loop of a model runs: the recipients of mails.
 *
 * <p>Rule: the names of the beans are frozen, like those of the delegates.
 */
package io.projectexport.process.recipient;
