/**
 * What operators see from outside: the list of metrics, and the port to the figures among them that are stored.
 *
 * <p>Rule: a metric is named here alone; code that measures, the manual, alerts and dashboards go by this list.
 */
package io.projectexport.export.monitoring;
