package io.projectexport.export.accounting;

/**
 * The job in Xero that a project export is linked to.
 *
 * @param id Xero's id of the project or tracking option
 * @param url opens it in Xero
 */
public record XeroJob(String id, String url) {}
