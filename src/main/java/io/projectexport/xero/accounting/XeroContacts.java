package io.projectexport.xero.accounting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.api.client.http.HttpResponse;
import com.xero.api.client.AccountingApi;
import com.xero.models.accounting.Contact;
import com.xero.models.accounting.Contacts;
import io.projectexport.export.accounting.ExportError;
import io.projectexport.export.accounting.ExportFailure;
import io.projectexport.export.text.ComparableText;
import io.projectexport.xero.client.XeroCalls;
import io.projectexport.xero.failure.ExportFailureFactory;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Finds the contact of a job by its name, and creates it when there is none whose name is the same text. Many jobs at once have few clients,
 * and a call to Xero for each job is half of what its limit allows; so a contact is remembered for a while, and no more than three calls
 * are spent on one.
 */
class XeroContacts {

    private static final int PAGE_SIZE = 100;

    /** Leaves the third call for creating it. */
    private static final int MOST_PAGES = 2;

    private static final Duration REMEMBERED = Duration.ofMinutes(10);
    private static final int MOST_REMEMBERED = 10_000;
    private static final ExportError ARCHIVED =
            new ExportError("Xero has archived a contact of this name.", "Restore the contact in Xero and retry.");

    /** The tenant is null for a custom connection. */
    private record Key(String tenantId, String name) {

        static Key of(String tenantId, String name) {
            return new Key(tenantId, ComparableText.key(name));
        }
    }

    private final AccountingApi api;
    private final XeroCalls calls;
    private final Cache<Key, UUID> remembered = Caffeine.newBuilder()
            .expireAfterWrite(REMEMBERED)
            .maximumSize(MOST_REMEMBERED)
            .build();

    XeroContacts(AccountingApi api, XeroCalls calls) {
        this.api = api;
        this.calls = calls;
    }

    /** Of many jobs at once with the same client, one looks it up and the others wait for that one. */
    UUID findOrCreate(String name, String idempotencyKey) {
        return remembered.get(Key.of(calls.tenantId(), name), key -> lookUp(name, idempotencyKey));
    }

    /** Looks this contact up anew next time, if it may be what Xero refused: somebody can have archived it. */
    void doubt(String name, ExportFailure failure) {
        if (name != null && failure.reason() == ExportFailure.Reason.REFUSED) {
            String comparable = ComparableText.key(name);
            remembered.asMap().keySet().removeIf(key -> key.name().equals(comparable));
        }
    }

    private UUID lookUp(String name, String idempotencyKey) {
        // Xero's filter language has no way to write a quote inside a text
        boolean canBeFiltered = name.chars().noneMatch(c -> c == '"' || c == '\\');
        List<JsonNode> exact = canBeFiltered ? page(1, "Name==\"" + name + "\"", null) : List.of();
        Optional<UUID> found = active(exact, name);
        return found.or(() -> search(name, canBeFiltered ? 1 : MOST_PAGES))
                .orElseGet(() -> create(name, idempotencyKey, isArchived(exact, name)));
    }

    /** Goes through what Xero's own search finds; it looks at more than names, and at times at nothing. */
    private Optional<UUID> search(String name, int pages) {
        int number = 0;
        List<JsonNode> page;
        Optional<UUID> found;
        do {
            page = page(++number, null, name);
            found = active(page, name);
        } while (found.isEmpty() && page.size() >= PAGE_SIZE && number < pages);
        return found;
    }

    private UUID create(String name, String idempotencyKey, boolean isArchived) {
        try {
            ObjectNode created =
                    calls.callExtra(ObjectNode.class, (token, tenant) -> put(token, tenant, name, idempotencyKey));
            return XeroJson.created(created, "Contacts").stream()
                    .map(contact -> XeroIds.required(XeroJson.id(contact, "ContactID")))
                    .findFirst()
                    .orElseThrow(ExportFailureFactory::withoutId);
        } catch (ExportFailure failure) {
            boolean isRefused = failure.reason() == ExportFailure.Reason.REFUSED;
            throw isRefused && isArchived ? failure.with(ARCHIVED) : failure;
        }
    }

    private HttpResponse put(String token, String tenant, String name, String idempotencyKey) throws IOException {
        Contacts contacts = new Contacts().addContactsItem(new Contact().name(name));
        boolean refuseAsAWhole = true;
        return api.createContactsForHttpResponse(token, tenant, contacts, idempotencyKey, refuseAsAWhole);
    }

    private List<JsonNode> page(int number, String where, String searchTerm) {
        Boolean archivedToo = where == null ? null : true;
        XeroCalls.Request request = (token, tenant) -> api.getContactsForHttpResponse(
                token, tenant, null, where, null, null, number, archivedToo, null, searchTerm);
        return XeroJson.list(calls.callExtra(ObjectNode.class, request), "Contacts");
    }

    /** The one with exactly this name, or else the one that people would call the same. */
    private static Optional<UUID> active(List<JsonNode> contacts, String name) {
        List<JsonNode> active = contacts.stream()
                .filter(contact -> !isArchived(contact))
                .filter(contact -> isNamed(contact, name))
                .toList();
        return first(active, contact -> name.equals(XeroJson.text(contact, "Name")))
                .or(() -> first(active, contact -> true));
    }

    private static Optional<UUID> first(List<JsonNode> contacts, Predicate<JsonNode> wanted) {
        return contacts.stream()
                .filter(wanted)
                .map(contact -> XeroIds.required(XeroJson.id(contact, "ContactID")))
                .findFirst();
    }

    private static boolean isArchived(List<JsonNode> contacts, String name) {
        return contacts.stream().anyMatch(contact -> isArchived(contact) && isNamed(contact, name));
    }

    private static boolean isArchived(JsonNode contact) {
        return "ARCHIVED".equals(XeroJson.text(contact, "ContactStatus"));
    }

    private static boolean isNamed(JsonNode contact, String name) {
        String itsName = XeroJson.text(contact, "Name");
        return itsName != null && ComparableText.key(itsName).equals(ComparableText.key(name));
    }
}
