package io.projectexport.process.guard;

/** What a finding does to a deployment. */
public enum Severity {
    /** Nothing is deployed. */
    REFUSES,
    /** It is deployed, and whoever deploys is told. */
    WARNS
}
