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
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Finds the contact of a job by its name, and creates it when there is none whose name is the same text. Many jobs at once have few clients,
 * and a call to Xero for each job is half of what its limit allows; so a contact is remembered for a while, and no more than three calls
 * are spent on one, but for a fourth where somebody else was first.
 */
class XeroContacts {

    private static final int PAGE_SIZE = 100;

    /** Leaves the third call for creating it. */
    private static final int MOST_PAGES = 2;

    private static final Duration REMEMBERED = Duration.ofMinutes(10);
    private static final int MOST_REMEMBERED = 10_000;
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
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

    /**
     * Of many jobs at once with the same client, one looks it up and the others wait for that one.
     *
     * @param organisation that it belongs to; null for whichever is connected
     */
    UUID findOrCreate(String organisation, String name, String idempotencyKey) {
        Key key = Key.of(organisation == null ? calls.tenantId() : organisation, name);
        return remembered.get(key, wanted -> lookUp(wanted.tenantId(), name, idempotencyKey));
    }

    /** Looks this contact up anew next time, if it may be what Xero refused: somebody can have archived it. */
    void doubt(String name, ExportFailure failure) {
        if (name != null && failure.reason() == ExportFailure.Reason.REFUSED) {
            String comparable = ComparableText.key(name);
            remembered.asMap().keySet().removeIf(key -> key.name().equals(comparable));
        }
    }

    private UUID lookUp(String tenantId, String name, String idempotencyKey) {
        List<JsonNode> exact = named(tenantId, name);
        return active(exact, name)
                .or(() -> search(tenantId, name))
                .orElseGet(() -> create(tenantId, name, idempotencyKey, exact));
    }

    private List<JsonNode> named(String tenantId, String name) {
        return canBeFiltered(name) ? page(tenantId, 1, "Name==\"" + name + "\"", null) : List.of();
    }

    /** Xero's filter language has no way to write a quote inside a text. */
    private static boolean canBeFiltered(String name) {
        return name.chars().noneMatch(c -> c == '"' || c == '\\');
    }

    /** Goes through what Xero's own search finds; it looks at more than names, and at times at nothing. */
    private Optional<UUID> search(String tenantId, String name) {
        String term = canBeFiltered(name) ? longestWord(name) : name;
        int pages = canBeFiltered(name) ? 1 : MOST_PAGES;
        int number = 0;
        List<JsonNode> page;
        Optional<UUID> found;
        do {
            page = page(tenantId, ++number, null, term);
            found = active(page, name);
        } while (found.isEmpty() && page.size() >= PAGE_SIZE && number < pages);
        return found;
    }

    /** Finds the name whatever stands between its words, where the name as a whole was not found. */
    private static String longestWord(String name) {
        return BETWEEN_WORDS
                .splitAsStream(ComparableText.key(name))
                .max(Comparator.comparingInt(String::length))
                .orElse(name);
    }

    private UUID create(String tenantId, String name, String idempotencyKey, List<JsonNode> exact) {
        try {
            XeroCalls.Request request = (token, tenant) -> put(token, tenant, name, idempotencyKey);
            ObjectNode created = calls.callExtra(ObjectNode.class, request.onlyTo(tenantId));
            return XeroJson.created(created, "Contacts").stream()
                    .map(contact -> XeroIds.required(XeroJson.id(contact, "ContactID")))
                    .findFirst()
                    .orElseThrow(ExportFailureFactory::withoutId);
        } catch (ExportFailure failure) {
            return createdByOthers(tenantId, name, exact, failure).orElseThrow(() -> failure);
        }
    }

    /** Xero refuses a second contact of a name; another node, or a person, can have created the first one meanwhile. */
    private Optional<UUID> createdByOthers(String tenantId, String name, List<JsonNode> exact, ExportFailure failure) {
        if (failure.reason() != ExportFailure.Reason.REFUSED) {
            return Optional.empty();
        }
        if (isArchived(exact, name)) {
            throw failure.with(ARCHIVED);
        }
        boolean isFilterIgnored = exact.size() >= PAGE_SIZE;
        return isFilterIgnored ? Optional.empty() : active(named(tenantId, name), name);
    }

    private HttpResponse put(String token, String tenant, String name, String idempotencyKey) throws IOException {
        Contacts contacts = new Contacts().addContactsItem(new Contact().name(name));
        boolean refuseAsAWhole = true;
        return api.createContactsForHttpResponse(token, tenant, contacts, idempotencyKey, refuseAsAWhole);
    }

    private List<JsonNode> page(String tenantId, int number, String where, String searchTerm) {
        Boolean archivedToo = where == null ? null : true;
        XeroCalls.Request request = (token, tenant) -> api.getContactsForHttpResponse(
                token, tenant, null, where, null, null, number, archivedToo, null, searchTerm);
        return XeroJson.list(calls.callExtra(ObjectNode.class, request.onlyTo(tenantId)), "Contacts");
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
