package io.projectexport.xero.accounting;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.api.client.http.HttpResponse;
import com.xero.api.client.AccountingApi;
import com.xero.models.accounting.Contact;
import com.xero.models.accounting.Contacts;
import io.projectexport.export.accounting.ExportFailure;
import io.projectexport.xero.client.XeroCalls;
import io.projectexport.xero.failure.ExportFailureFactory;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Finds the contact of a job by its name, and creates it when there is none. Many jobs at once have few clients, and a call to Xero for each
 * job is half of what its limit allows; so a contact is remembered for a while.
 */
class XeroContacts {

    private static final int PAGE_SIZE = 100;
    private static final Duration REMEMBERED = Duration.ofMinutes(10);
    private static final int MOST_REMEMBERED = 10_000;

    /** The tenant is null for a custom connection. */
    private record Key(String tenantId, String name) {}

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

    UUID findOrCreate(String name, String idempotencyKey) {
        Key key = new Key(calls.tenantId(), name);
        UUID known = remembered.getIfPresent(key);
        if (known != null) {
            return known;
        }
        UUID contact = find(name).orElseGet(() -> create(name, idempotencyKey));
        remembered.put(key, contact);
        return contact;
    }

    /** Looks this contact up anew next time, if it may be what Xero refused: somebody can have archived it. */
    void doubt(String name, ExportFailure failure) {
        if (failure.reason() == ExportFailure.Reason.REFUSED) {
            remembered.asMap().keySet().removeIf(key -> key.name().equals(name));
        }
    }

    private Optional<UUID> find(String name) {
        // Xero's filter language has no way to write a quote inside a text
        boolean canBeFiltered = name.chars().noneMatch(c -> c == '"' || c == '\\');
        return canBeFiltered
                ? first(page(1, "Name==\"" + name + "\"", null), name::equals)
                : search(name, name::equals);
    }

    /** Goes through everything that Xero's own search finds; it looks at more than names. */
    private Optional<UUID> search(String name, Predicate<String> isName) {
        int number = 0;
        List<Contact> page;
        Optional<UUID> found;
        do {
            page = page(++number, null, name);
            found = first(page, isName);
        } while (found.isEmpty() && page.size() >= PAGE_SIZE);
        return found;
    }

    private UUID create(String name, String idempotencyKey) {
        try {
            Contacts created =
                    calls.callExtra(Contacts.class, (token, tenant) -> put(token, tenant, name, idempotencyKey));
            return created.getContacts().stream()
                    .map(contact -> XeroIds.required(contact.getContactID()))
                    .findFirst()
                    .orElseThrow(ExportFailureFactory::withoutId);
        } catch (ExportFailure failure) {
            return despite(failure, name);
        }
    }

    /** Xero refuses a name that it has in other letters, or that another export created a moment ago. */
    private UUID despite(ExportFailure failure, String name) {
        if (failure.reason() != ExportFailure.Reason.REFUSED) {
            throw failure;
        }
        return search(name, name::equalsIgnoreCase).orElseThrow(() -> failure);
    }

    private HttpResponse put(String token, String tenant, String name, String idempotencyKey) throws IOException {
        Contacts contacts = new Contacts().addContactsItem(new Contact().name(name));
        boolean refuseAsAWhole = true;
        return api.createContactsForHttpResponse(token, tenant, contacts, idempotencyKey, refuseAsAWhole);
    }

    private List<Contact> page(int number, String where, String searchTerm) {
        XeroCalls.Request request = (token, tenant) ->
                api.getContactsForHttpResponse(token, tenant, null, where, null, null, number, null, null, searchTerm);
        return calls.callExtra(Contacts.class, request).getContacts();
    }

    private static Optional<UUID> first(List<Contact> contacts, Predicate<String> isName) {
        return contacts.stream()
                .filter(contact -> contact.getContactStatus() != Contact.ContactStatusEnum.ARCHIVED)
                .filter(contact -> contact.getName() != null && isName.test(contact.getName()))
                .map(contact -> XeroIds.required(contact.getContactID()))
                .findFirst();
    }
}
