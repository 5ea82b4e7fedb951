/**
 * Figures for operators, read from all tables at once and exposed as gauges.
 *
 * <p>Rule: counts only. Of the engine's tables it reads jobs and incidents, whose columns are as fixed as the version of the engine.
 */
package io.projectexport.persistence.monitoring;
