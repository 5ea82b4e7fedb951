/**
 * What timers that wait already have to do with the settings: they follow them at the next start, and health says whether the daily
 * summary is still going to run.
 *
 * <p>Rule: moves due dates and nothing else of what waits.
 */
package io.projectexport.process.schedule;
