package io.projectexport.faults;

import java.util.Map;

/** Projects as people submit them. */
final class FaultProjects {

    private FaultProjects() {}

    /** The client becomes the contact in Xero; blank for none. */
    static Map<String, Object> project(String number, String name, String client) {
        return Map.of(
                "projectNumber",
                number,
                "projectName",
                name,
                "street",
                "1 Main Street",
                "city",
                "Auckland",
                "country",
                "New Zealand",
                "estimateAmount",
                125_000,
                "client",
                client);
    }
}
