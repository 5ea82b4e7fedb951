package io.projectexport.export.permission;

/** What a person may do in this tool, whatever the groups are called from which it follows. */
public enum Privilege {
    /** Submit projects, and correct, retrieve and withdraw the own ones. */
    SUBMIT,
    /** Decide about projects: accept, reject, retry. */
    APPROVE,
    /** Read every project export, not only the own ones. */
    READ_ALL,
    /** Watch the processes. */
    WATCH,
    /** Look after users, models and the connection to Xero. */
    ADMINISTER
}
