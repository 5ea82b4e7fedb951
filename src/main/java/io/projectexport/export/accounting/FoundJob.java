package io.projectexport.export.accounting;

/**
 * A job that Xero shows under the name that was looked for.
 *
 * @param details what Xero tells about it, in words for people who have to tell it from others
 */
public record FoundJob(XeroJob job, String details) {}
