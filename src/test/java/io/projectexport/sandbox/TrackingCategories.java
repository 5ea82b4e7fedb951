package io.projectexport.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** Xero's tracking categories; this organisation has one, whose options stand for jobs. */
public final class TrackingCategories {

    private static final int MAX_NAME = 100;
    private static final int MAX_OPTIONS = 100;

    /** An option of the category. */
    public record Option(UUID id, String name) {

        Map<String, Object> json() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("TrackingOptionID", id);
            json.put("Name", name);
            json.put("Status", "ACTIVE");
            json.put("HasValidationErrors", false);
            json.put("IsDeleted", false);
            json.put("IsArchived", false);
            json.put("IsActive", true);
            return json;
        }
    }

    private final List<Option> options = new CopyOnWriteArrayList<>();
    private final DemoSwitches switches;

    TrackingCategories(DemoSwitches switches) {
        this.switches = switches;
    }

    /** Options in the order of their creation. */
    public List<Option> options() {
        return List.copyOf(options);
    }

    public Option add(String name) {
        Option option = new Option(UUID.randomUUID(), name);
        options.add(option);
        return option;
    }

    SentAnswer list(ReceivedRequest request) {
        return AccountingApi.ok("TrackingCategories", List.of(json()));
    }

    SentAnswer get(ReceivedRequest request, String id) {
        return isOurs(id)
                ? list(request)
                : Problems.of(404, "Not Found", "The resource you're looking for cannot be found");
    }

    synchronized SentAnswer createOption(ReceivedRequest request, String id) {
        JsonNode name = AccountingApi.json(request).path("Name");
        if (!name.isTextual()) {
            return AccountingApi.badPost("JSON for a tracking option with a Name is required.");
        }
        if (!isOurs(id) || name.asText().endsWith(" ")) {
            return AccountingApi.failure();
        }
        String error = error(name.asText());
        return error == null
                ? AccountingApi.ok(
                        "Options", List.of(add(switches.stored(name.asText())).json()))
                : AccountingApi.invalid(Map.of("Name", name.asText()), error);
    }

    /** What is wrong with the name; null when nothing is. */
    private String error(String name) {
        if (name.isBlank()) {
            return "Tracking option name must be specified.";
        }
        if (name.length() > MAX_NAME) {
            return "The tracking option name must not exceed %d characters.".formatted(MAX_NAME);
        }
        if (options.stream().anyMatch(option -> option.name().equalsIgnoreCase(name))) {
            return "A tracking option with the name %s already exists.".formatted(name);
        }
        if (options.size() >= MAX_OPTIONS) {
            return "A tracking category can have at most %d options.".formatted(MAX_OPTIONS);
        }
        return switches.refuses(name) ? DemoSwitches.REFUSAL : null;
    }

    private Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("Name", "Job");
        json.put("Status", "ACTIVE");
        json.put("TrackingCategoryID", SandboxXero.TRACKING_CATEGORY_ID);
        json.put("Options", options.stream().map(Option::json).toList());
        return json;
    }

    private static boolean isOurs(String id) {
        return SandboxXero.TRACKING_CATEGORY_ID.equalsIgnoreCase(id);
    }
}
