package io.projectexport.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Answers of Xero that are right and yet hold what no manual tells of. */
final class UnusualAnswers {

    private static final String UNKNOWN = "HIBERNATING";

    private UnusualAnswers() {}

    /** With an item of wrong types, and a NUL for a name, in front of each list. */
    static SentAnswer withUnreadableItem(SentAnswer answer) {
        return answer.changed(body -> List.of("items", "Contacts", "Options")
                .forEach(list -> body.findValues(list).stream()
                        .filter(JsonNode::isArray)
                        .forEach(items -> unreadable(((ArrayNode) items).insertObject(0)))));
    }

    private static void unreadable(ObjectNode item) {
        Stream.of("projectId", "ContactID", "TrackingOptionID").forEach(id -> item.put(id, "not an id"));
        Stream.of("name", "Name").forEach(name -> item.put(name, "\0"));
        item.put("status", 7).put("deadlineUtc", "31/02/2026").put("estimate", "much");
    }

    /** With a plan, a class and statuses that came after the manual. */
    static SentAnswer withUnknownValues(SentAnswer answer) {
        return answer.changed(body -> {
            each(body, "items", item -> item.put("status", UNKNOWN));
            each(body, "Contacts", contact -> contact.put("ContactStatus", UNKNOWN));
            each(
                    body,
                    "Organisations",
                    organisation -> List.of("Class", "Version", "Edition", "OrganisationStatus")
                            .forEach(field -> organisation.put(field, UNKNOWN)));
        });
    }

    static SentAnswer withArchivedContacts(SentAnswer answer) {
        return answer.changed(body -> each(body, "Contacts", contact -> contact.put("ContactStatus", "ARCHIVED")));
    }

    static SentAnswer withArchivedOptions(SentAnswer answer) {
        return answer.changed(body -> each(
                body,
                "Options",
                option ->
                        option.put("Status", "ARCHIVED").put("IsActive", false).put("IsArchived", true)));
    }

    /** With each blank in a contact's name doubled, and one that does not break at its end. */
    static SentAnswer withMoreBlanks(SentAnswer answer) {
        return answer.changed(body -> each(
                body,
                "Contacts",
                contact -> contact.put("Name", contact.path("Name").asText().replace(" ", "  ") + "\u00A0")));
    }

    /** With an organisation at the other end of the date line. */
    static SentAnswer withOtherTimeZone(SentAnswer answer) {
        return answer.changed(body ->
                each(body, "Organisations", organisation -> organisation.put("Timezone", "HAWAIIANSTANDARDTIME")));
    }

    /** With a token that ends 90 seconds before whoever got it expects that, as for a clock that is so far behind. */
    static SentAnswer withEarlyEnd(SentAnswer answer) {
        return answer.changed(body -> {
            if (body.has("expires_in")) {
                body.put("expires_in", body.path("expires_in").asLong() + 90);
            }
        });
    }

    private static void each(ObjectNode body, String list, Consumer<ObjectNode> change) {
        body.findValues(list)
                .forEach(items -> items.forEach(item -> {
                    if (item instanceof ObjectNode object) {
                        change.accept(object);
                    }
                }));
    }
}
