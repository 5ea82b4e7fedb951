package io.projectexport.export.accounting;

/**
 * One reason why an export failed.
 *
 * @param message Xero's own words where Xero said something
 * @param remedy what to do about it
 */
public record ExportError(String message, String remedy) {}
