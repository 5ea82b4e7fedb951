package io.projectexport.export;

/**
 * What Xero allows for one organisation.
 *
 * @param organisation whose calls are counted together, on all nodes
 * @param callsPerMinute in any 60 seconds
 * @param concurrentCalls at the same time
 */
public record XeroPlan(String organisation, int callsPerMinute, int concurrentCalls) {}
