package io.projectexport.xero.client;

/** From now on jobs are created in another organisation than before, on whichever node that was decided. */
public record TenantChanged() {}
