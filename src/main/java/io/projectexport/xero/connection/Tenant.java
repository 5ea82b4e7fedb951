package io.projectexport.xero.connection;

/**
 * What a consent gives access to, in Xero's words.
 *
 * @param tenantType {@code ORGANISATION}, or that of an accountant's practice
 */
record Tenant(String tenantId, String tenantName, String tenantType) {

    boolean keepsBooks() {
        return "ORGANISATION".equals(tenantType);
    }
}
