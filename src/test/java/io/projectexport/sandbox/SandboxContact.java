package io.projectexport.sandbox;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** A contact that this Xero holds. */
public record SandboxContact(UUID id, String name, Instant createdAt) {

    /** Whether it has the search term in its name, if there is one. */
    boolean isFoundBy(Map<String, String> query) {
        return name.toLowerCase(Locale.ROOT)
                .contains(query.getOrDefault("searchTerm", "").toLowerCase(Locale.ROOT));
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("ContactID", id);
        json.put("ContactStatus", "ACTIVE");
        json.put("Name", name);
        json.put("Addresses", List.of());
        json.put("Phones", List.of());
        json.put("ContactPersons", List.of());
        json.put("UpdatedDateUTC", AccountingApi.date(createdAt));
        json.put("IsSupplier", false);
        json.put("IsCustomer", true);
        json.put("HasValidationErrors", false);
        return json;
    }
}
