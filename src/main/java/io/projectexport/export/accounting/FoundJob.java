package io.projectexport.export.accounting;

/**
 * A job that Xero shows under the number that was looked for.
 *
 * @param details what Xero tells about it, its name where that is another one, in words for people who have to tell it from others
 */
public record FoundJob(XeroJob job, String details) {}
