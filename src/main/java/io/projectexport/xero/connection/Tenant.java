package io.projectexport.xero.connection;

import io.projectexport.xero.failure.XeroText;

/**
 * What a consent gives access to, in Xero's words.
 *
 * @param tenantType {@code ORGANISATION}, or that of an accountant's practice
 */
record Tenant(String tenantId, String tenantName, String tenantType) {

    Tenant withPlainName() {
        return new Tenant(tenantId, XeroText.name(tenantName), tenantType);
    }

    boolean keepsBooks() {
        return "ORGANISATION".equals(tenantType);
    }
}
