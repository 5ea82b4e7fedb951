/**
 * Due dates and cycles of the models' timers, in the time zone of the installation.
 *
 * <p>Rule: starts and sends nothing. The beans {@code dailySummarySchedule} and {@code escalation} are frozen, because deployed models
 * ask them.
 */
package io.projectexport.process.timer;
