package io.projectexport.xero.accounting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.xero.api.client.ProjectApi;
import io.projectexport.export.text.DisplayFormat;
import io.projectexport.xero.client.XeroCalls;
import io.projectexport.xero.failure.ExportFailureFactory;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads all projects, in any state. */
class ProjectList {

    private static final int PAGE_SIZE = 500;

    private static final List<String> DESCRIBED = List.of("status", "estimate", "deadlineUtc");

    private final ProjectApi api;
    private final XeroCalls calls;
    private final DisplayFormat format;
    private final Supplier<ZoneId> timeZone;

    ProjectList(ProjectApi api, XeroCalls calls, DisplayFormat format, Supplier<ZoneId> timeZone) {
        this.api = api;
        this.calls = calls;
        this.format = format;
        this.timeZone = timeZone;
    }

    List<ListedJob> all() {
        List<ListedJob> all = new ArrayList<>();
        List<JsonNode> items = List.of();
        List<JsonNode> before;
        ObjectNode page;
        int number = 0;
        do {
            before = items;
            page = page(++number, PAGE_SIZE);
            items = XeroJson.list(page, "items");
            items.stream().map(this::listed).forEach(all::add);
        } while (hasNext(page, items, number) && !isRepeated(items, before));
        return all;
    }

    /** Whether the number of the page was ignored, so that there would be no last one; what a full page hides is not absent. */
    private static boolean isRepeated(List<JsonNode> items, List<JsonNode> before) {
        boolean isRepeated = !items.isEmpty() && items.equals(before);
        if (isRepeated && items.size() >= PAGE_SIZE) {
            throw ExportFailureFactory.unreadable();
        }
        return isRepeated;
    }

    private ListedJob listed(JsonNode project) {
        // a list is kept for a while, and Xero tells much more of each project
        ObjectNode described = JsonNodeFactory.instance.objectNode();
        DESCRIBED.forEach(field -> described.set(field, project.get(field)));
        return new ListedJob(
                XeroJson.id(project, "projectId"), XeroJson.text(project, "name"), () -> details(described));
    }

    private String details(JsonNode project) {
        PreviewText details = new PreviewText().line("status", status(project));
        JsonNode estimate = project.path("estimate");
        if (estimate.path("value").asDouble() > 0) {
            details.line(
                    "estimate",
                    format.amount(estimate.path("value").decimalValue(), XeroJson.text(estimate, "currency")));
        }
        deadline(project)
                .ifPresent(deadline -> details.line(
                        "deadline", format.date(deadline.atZone(timeZone.get()).toLocalDate())));
        return details.toString().replace("\n", ", ");
    }

    private static String status(JsonNode project) {
        String status = XeroJson.text(project, "status");
        return status == null
                ? null
                : switch (status) {
                    case "CLOSED" -> "closed";
                    case "INPROGRESS" -> "in progress";
                    default -> status.toLowerCase(Locale.ROOT);
                };
    }

    /** Empty for a date that does not say its zone, because its day is not known then. */
    private static Optional<Instant> deadline(JsonNode project) {
        try {
            return Optional.of(
                    OffsetDateTime.parse(project.path("deadlineUtc").asText()).toInstant());
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }

    /** One page of the list as Xero sends it. */
    ObjectNode page(int number, int size) {
        return calls.callExtra(
                ObjectNode.class,
                (token, tenant) -> api.getProjectsForHttpResponse(token, tenant, null, null, null, number, size));
    }

    private static boolean hasNext(JsonNode page, List<JsonNode> items, int number) {
        JsonNode pages = page.path("pagination").path("pageCount");
        return pages.isInt() ? number < pages.intValue() : !items.isEmpty();
    }
}
